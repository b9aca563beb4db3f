using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using PicsOnefile.Cache;
using PicsOnefile.Linking;
using PicsOnefile.Readiness;
using PicsOnefile.Reading;
using PicsOnefile.Reporting;
using PicsOnefile.Review;
using PicsOnefile.Runs;
using PicsOnefile.Sessions;

namespace PicsOnefile.Framework;

/// <summary>
/// What an administrator does first, by the services that the cmdlets call: connect, read, match, review, link, test, report, look into the journal.
/// </summary>
internal static class Work
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Do(string folder, Action<string, object> say)
    {
        var profile = new PicsOnefileProfile
        {
            ProfileName = PicsOnefileProfile.AdHoc,
            Environment = (OnefileEnvironment)Enum.Parse(typeof(OnefileEnvironment), Given("TWIN_ENVIRONMENT")),
            OnefileAddress = Given("TWIN_ONEFILE"),
            PicsWebAddress = Given("TWIN_PICSWEB"),
            CachePath = Path.Combine(folder, "cache.db"),
        };
        var run = new RunContext(
            new RunLog(_ => { }, _ => { }, warning => say("warning", warning), failure => say("failure", failure), _ => { }),
            CancellationToken.None
        );
        using var session = SessionOpening.OpenAsync(profile, ConnectionSecrets.Complete(null, null, needsApiUser: true), null, run).GetAwaiter().GetResult();
        say("connected", session.Describe().PicsWebBy);

        var assessors = session.Records.AssessorsAsync(new RecordFilter { IncludeArchived = true }, Freshness.WhenOld, run).GetAwaiter().GetResult();
        say("assessors", string.Join(" ", assessors.Select(assessor => assessor.AssessorId).OrderBy(id => id, StringComparer.Ordinal)));

        Link(session, folder, LinkKind.Officer, run, say);
        Link(session, folder, LinkKind.Organisation, run, say);

        var findings = session.Readiness.TestAsync(new ReadinessRequest { DesktopIntegration = DesktopIntegration.NeverUsed }, run).GetAwaiter().GetResult();
        say("findings", string.Join(" ", findings.Select(finding => finding.RuleId).Distinct()));
        var report = Path.Combine(folder, "report.html");
        LinkReportFile.Write(report, session.Report.MakeAsync(Freshness.WhenOld, run).GetAwaiter().GetResult());
        say("report", new FileInfo(report).Length);

        var check = JournalCheck.Run(session.Cache.Journal, null);
        say("journal", $"{check.Ok} {check.Count} {check.Head}");
    }

    // The way through the review file, so that what reads and writes CSV runs too.
    private static void Link(PicsOnefileSession session, string folder, LinkKind kind, RunContext run, Action<string, object> say)
    {
        var found = session.Candidates.FindAsync(kind, new CandidateRequest { IncludeUnmatched = true }, run).GetAwaiter().GetResult();
        var review = Path.Combine(folder, kind + ".csv");
        ReviewFile.Write(review, found.Candidates, session.Reviews.Complete(new ReviewFileOptions(), found.Candidates));
        var rows = session.Reviews.ReadAsync(review, Freshness.WhenOld, run).GetAwaiter().GetResult();
        foreach (var problem in rows.Problems)
            say("problem", problem);

        var links = session.Links;
        var snapshot = links.TakeSnapshotAsync(kind, Freshness.WhenOld, run).GetAwaiter().GetResult();
        var requests = rows
            .Rows.Where(row => row.Decision == ReviewDecision.Accept)
            .OfType<ILinkPair>()
            .Select(pair => new LinkRequest(kind, pair.Ident, pair.OnefileId) { Decision = ReviewDecision.Accept, NeedsDecision = true })
            .ToList();
        var plan = LinkPlanner.Plan(snapshot, requests, links.Options(Confidence.Certain, force: false, reason: "tried on the framework"));
        foreach (var result in links.ApplyAsync("Set-" + kind + "Link", snapshot, plan, run).GetAwaiter().GetResult())
        {
            if (result.Error is { } failure)
                say("failure", failure);
            else if (result.Done)
                say("linked", $"{kind} {result.Item.Request.Ident} {result.Item.Request.OnefileId}");
        }
    }

    private static string Given(string variable) =>
        Environment.GetEnvironmentVariable(variable) ?? throw new InvalidOperationException($"{variable} is not set.");
}
