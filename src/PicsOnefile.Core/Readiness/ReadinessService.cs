using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Reading;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness;

/// <summary>What every rule finds, and what the rules looked at.</summary>
/// <param name="Facts">What the rules looked at.</param>
/// <param name="Findings">What they find, the gravest first.</param>
public sealed record ReadinessReport(ReadinessFacts Facts, IReadOnlyList<Finding> Findings);

/// <summary>Tests whether the integration can be switched on. It collects the facts, applies every rule, and weighs the findings by the profile.</summary>
public sealed class ReadinessService(Workspace workspace)
{
    /// <summary>Applies every rule. A list that cannot be read becomes findings of severity NotChecked and stops nothing.</summary>
    /// <param name="request">The options of the test, and the administrator's attestations. These are kept with actor and time.</param>
    /// <param name="run">The run.</param>
    /// <returns>The findings, the gravest first.</returns>
    public async Task<IReadOnlyList<Finding>> TestAsync(ReadinessRequest request, RunContext run) =>
        (await ReportAsync(request, run).ConfigureAwait(false)).Findings;

    /// <summary>The same with the facts, for a caller that shows them too. Nothing has to be read again.</summary>
    /// <param name="request">The options of the test.</param>
    /// <param name="run">The run.</param>
    /// <returns>The findings with their facts.</returns>
    public async Task<ReadinessReport> ReportAsync(ReadinessRequest request, RunContext run)
    {
        var said = Said(request);
        if (request.KeepsAttestations)
        {
            foreach (var attestation in said)
                AttestedHere.Keep(workspace.Cache.Ledger, workspace.Environment, attestation);
        }
        var facts = await new FactCollector(workspace, request.Freshness, run).CollectAsync(request.Candidates).ConfigureAwait(false);
        facts = facts with { Attestations = AttestedHere.Replace(facts.Attestations, said) };
        RememberCentres(facts, request.Freshness);
        var severities = ProfileSeverity.Parse(workspace.Profile.RuleSeverity, run.Log);
        var ages = new FindingAges(facts);
        var findings = ReadinessRules
            .All.SelectMany(rule => rule.Check(facts))
            // A qualification is in one row for each learning aim and centre: what a rule says of it is one finding.
            .Distinct()
            .Select(finding => ages.Date(ProfileSeverity.Lowered(finding, severities)))
            .OrderByDescending(finding => finding.Severity)
            .ThenBy(finding => finding.RuleId, System.StringComparer.Ordinal)
            .ToList();
        run.Log.Verbose(
            $"{ReadinessRules.All.Count} rules were checked: "
                + string.Join(", ", findings.GroupBy(finding => finding.Severity).Select(group => $"{group.Count()} {group.Key}"))
                + $"{(findings.Count == 0 ? "nothing found" : "")}."
        );
        return new(facts, findings);
    }

    private List<Attestation> Said(ReadinessRequest request) =>
        [
            .. from one in new[]
            {
                (Subject: nameof(DesktopIntegration), Value: request.DesktopIntegration?.ToString()),
                (Subject: nameof(MisValueFields), Value: request.MisValueFields?.ToString()),
            }
            where one.Value is not null
            select new Attestation
            {
                Subject = one.Subject,
                Value = one.Value,
                Actor = RunningAccount.Name,
                At = workspace.Clock.GetUtcNow(),
            },
        ];

    // Later readings are compared with the first one, and with the first one in a newly chosen link mode.
    private void RememberCentres(ReadinessFacts facts, Freshness freshness)
    {
        if (freshness != Freshness.Never && facts.Centres.Value is { } centres && facts.CentresBefore?.LinkBy != facts.LinkBy)
            CentreBaseline.Keep(workspace.Cache.Ledger, workspace.Environment, workspace.LinkBy, centres);
    }
}
