using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.Account;
using PicsOnefile.Sandbox.PicsWeb;
using PicsOnefile.Sandbox.World;

namespace PicsOnefile.Sandbox.Rehearsal;

/// <summary>
/// The same enrolments twice from the same seed. Unprepared, they show the duplicates that PICSWeb makes. Prepared, the module's own script has run, with a
/// person who decides the review files. The twin's account shows whether it was worth it.
/// </summary>
public sealed class Rehearsal(RehearsalOptions options)
{
    // What a tenant's API does not list is given as an exported list.
    private static readonly (string Operation, string Parameter)[] Lists =
    [
        ("officers.list", "-OfficerPath $exports/officers.csv"),
        ("organisations.list", "-OrganisationPath $exports/organisations.csv"),
        ("qualifications.list", "-QualificationPath $exports/qualifications.csv"),
        ("learners.list", "-LearnerPath $exports/learners.csv"),
    ];

    /// <summary>Runs both and returns their accounts.</summary>
    public async Task<RehearsalReport> RunAsync()
    {
        Title("1. Unprepared: the integration is switched on as it is, and learners are enrolled");
        var unprepared = await UnpreparedAsync();
        Show("The first synchronisation made", unprepared);
        var own = options.Folder is null ? Directory.CreateTempSubdirectory("picsonefile-rehearsal-") : null;
        try
        {
            return await PreparedAsync(unprepared, own?.FullName ?? options.Folder!);
        }
        finally
        {
            own?.Delete(recursive: true);
        }
    }

    private async Task<TwinAccount> UnpreparedAsync()
    {
        await using var server = await TwinServer.StartAsync(options.Twin);
        server.Twin.EnableIntegration();
        server.Twin.Enrol(server.Twin.CoverLearners());
        return server.Twin.Account();
    }

    private async Task<RehearsalReport> PreparedAsync(TwinAccount unprepared, string folder)
    {
        await using var server = await TwinServer.StartAsync(options.Twin);
        var twin = server.Twin;
        var module = options.Module ?? HostedShell.FindModule(AppContext.BaseDirectory);
        var script = Path.Combine(module, "examples", "First-TimeSetup.ps1");
        var errors = new List<string>();
        using var screen = new ReadScreen(options.Screen);
        using var shell = new HostedShell(module, screen);
        Connect(shell, server, folder, errors);

        Title("2. Prepared: the script proposes, and writes the review files");
        Run(
            shell,
            script,
            errors,
            new Hashtable
            {
                ["Stage"] = "Propose",
                ["ProfileName"] = options.ProfileName,
                ["Folder"] = folder,
            }
        );

        Title("3. A person who knows everybody decides the review files");
        var reviews = Decide(twin, folder);
        foreach (var review in reviews)
            Line($"{review.FileName}: {review.Proposed} rows, {review.Certain} were Certain, {review.Decided} decided by the person.");

        Line($"standards.csv: {DecideStandards(twin, folder)} decided by the person.");

        Title("4. The script links, refreshes, sets VQ references, tests, and switches on");
        var stage = new Hashtable
        {
            ["Stage"] = "Apply",
            ["ProfileName"] = options.ProfileName,
            ["Folder"] = folder,
            ["DesktopIntegration"] = "NeverUsed",
            ["MisValueFieldsEnabled"] = twin.World.HasSeveralCentres,
        };
        Run(shell, script, errors, stage);
        if (KeyIn(twin, folder))
        {
            stage["Stage"] = "Switch";
            Run(shell, script, errors, stage);
        }
        if (SwitchByHand(twin, screen.Text))
            Line("The person followed the steps in PICSWeb's Settings window.");

        shell.Run("Remove-PicsOnefileProfile $profileName -Confirm:$false");

        Title("5. The same learners are enrolled");
        twin.Enrol(twin.CoverLearners());
        var prepared = twin.Account();
        Show("The first synchronisation made", prepared);
        var report = new RehearsalReport(unprepared, prepared, reviews, errors);
        Close(report);
        return report;
    }

    private void Connect(HostedShell shell, TwinServer server, string folder, List<string> errors)
    {
        var twin = server.Twin;
        shell.Set("token", Protect(twin.Credentials.CustomerToken));
        shell.Set("user", new System.Management.Automation.PSCredential(twin.Credentials.ApiUser, Protect(twin.Credentials.ApiPassword)));
        shell.Set("onefile", server.OnefileAddress);
        shell.Set("picsWeb", server.PicsWebAddress);
        shell.Set("cache", Path.Combine(folder, "cache.db"));
        shell.Set("exports", Exports(folder));
        ExportedLists.WriteAll(twin, Exports(folder));
        shell.Set("profileName", options.ProfileName);
        var linkBy = twin.World.HasSeveralCentres ? "MisValue" : "AdditionalId";
        var result = shell.Run(
            $$"""
            $null = Connect-PicsOnefile -Environment {{twin.Credentials.Environment}} -OnefileAddress $onefile {{PicsWeb(
                twin.Options
            )}} -LinkBy {{linkBy}} -CustomerToken $token -ApiUser $user -CachePath $cache -SaveAs $profileName
            $PSDefaultParameterValues = @{ 'Connect-PicsOnefile:CustomerToken' = $token; 'Connect-PicsOnefile:ApiUser' = $user }
            """
        );
        errors.AddRange(result.Errors.Select(error => error.ToString()));
        if (result.Ended is not null)
            errors.Add(result.Ended.Message);
    }

    private static string PicsWeb(TwinOptions tenant) =>
        string.Join(
            ' ',
            Lists
                .Where(list => !tenant.PicsWebApi || tenant.Without.Contains(list.Operation))
                .Select(list => list.Parameter)
                .Prepend(tenant.PicsWebApi ? "-PicsWebAddress $picsWeb" : "")
        );

    // Changes that PICSWeb's API cannot take. The person keys them in from the worklist, marks them, and exports the lists anew.
    private bool KeyIn(Twin twin, string folder)
    {
        var path = Path.Combine(folder, "worklist.csv");
        if (!File.Exists(path))
            return false;
        Title("4a. The person keys the worklist into PICSWeb");
        var sheet = ReviewSheet.Open(path);
        Line($"{new WorklistPerson(twin).KeyIn(sheet)} values keyed in.");
        options.SpoilWorklist?.Invoke(twin);
        sheet.Save(path);
        ExportedLists.WriteAll(twin, Exports(folder));
        return true;
    }

    // Only where the script says so. A script that says nothing, or that pretends to have switched on, leaves the integration off.
    private static bool SwitchByHand(Twin twin, string screen)
    {
        string[] steps =
        [
            $"Customer Token: paste the customer token of {twin.Credentials.Environment}.",
            $"Environment: '{twin.Credentials.Environment}'.",
            "Integration Enabled: Yes.",
            "Save.",
        ];
        var told = !twin.World.Integration.Enabled && steps.All(step => screen.Contains(step, StringComparison.Ordinal));
        if (told)
            twin.EnableIntegration();
        return told;
    }

    private static string Exports(string folder) => Path.Combine(folder, "exports");

    private static void Run(HostedShell shell, string script, List<string> errors, Hashtable parameters)
    {
        var result = shell.RunFile(script, parameters);
        errors.AddRange(result.Errors.Select(error => error.ToString()));
        if (result.Ended is not null)
            errors.Add(result.Ended.Message);
    }

    private List<ReviewOutcome> Decide(Twin twin, string folder)
    {
        Truth truth;
        lock (twin.World.Gate)
            truth = Truth.From(twin.World);
        return
        [
            Decide(
                folder,
                ReviewKind.Officers,
                new ReviewPerson(
                    ReviewKind.Officers,
                    truth.Officers,
                    id => twin.World.Users[id].CentreId,
                    (ident, id) => twin.World.HasSeveralCentres ? twin.World.Users[id].MisId : twin.World.OfficerByIdent(ident)!.AdditionalId,
                    twin.Options.Switches.ArchivedAccountsShow
                )
            ),
            Decide(
                folder,
                ReviewKind.Organisations,
                new ReviewPerson(
                    ReviewKind.Organisations,
                    truth.Organisations,
                    id => twin.World.Placements[id].CentreId,
                    (ident, id) => twin.World.HasSeveralCentres ? twin.World.Placements[id].MisId : twin.World.OrganisationByIdent(ident)!.AdditionalId,
                    archivedIsKnown: true
                )
            ),
        ];
    }

    private static int DecideStandards(Twin twin, string folder)
    {
        var path = Path.Combine(folder, "standards.csv");
        if (!File.Exists(path))
            return 0;
        var sheet = ReviewSheet.Open(path);
        int decided;
        lock (twin.World.Gate)
            decided = new StandardsPerson(Truth.From(twin.World)).Decide(sheet);
        sheet.Save(path);
        return decided;
    }

    private ReviewOutcome Decide(string folder, ReviewKind kind, ReviewPerson person)
    {
        var path = Path.Combine(folder, kind.FileName);
        if (!File.Exists(path))
            return new ReviewOutcome(kind.FileName, 0, 0, [], 0, 0);
        var sheet = ReviewSheet.Open(path);
        var outcome = person.Decide(sheet);
        options.Spoil?.Invoke(sheet.Rows);
        sheet.Save(path);
        return outcome;
    }

    private void Show(string what, TwinAccount account)
    {
        Line($"{what}, for {account.Enrolled.Count} learners:");
        foreach (
            var (name, count) in new (string, int)[]
            {
                ("duplicate assessors", account.Duplicates.Count(item => item.Kind == AccountKind.Assessor)),
                ("duplicate placements", account.Duplicates.Count(item => item.Kind == AccountKind.Placement)),
                ("duplicate learners", account.Duplicates.Count(item => item.Kind == AccountKind.Learner)),
                ("records that are new to Onefile", account.CreatedRightly.Count(item => item.Kind != AccountKind.Learner)),
                ("wrong links", account.WrongLinks.Count),
                ("qualifications left out though Onefile could serve them", account.LeftOutThoughServable.Count()),
                ("qualifications left out that Onefile does not have", account.LeftOut.Count(item => !item.CouldBeServed)),
                ("failed enrolments", account.Failures.Count),
            }
        )
            Line(string.Create(CultureInfo.InvariantCulture, $"  {count,5}  {name}"));
    }

    private void Close(RehearsalReport report)
    {
        Title("6. What the twin says of it");
        Line($"  {report.Reviews.Sum(review => review.Certain),5}  links were Certain and needed nobody");
        Line($"  {report.Reviews.Sum(review => review.Decided),5}  decisions were left to the person");
        var untold = report.Reviews.Sum(review => review.Untold);
        if (untold > 0)
            Line($"  {untold,5}  of the Certain links led to archived accounts, which nothing in this Onefile's answers tells; the person took them back");
        foreach (var verdict in report.Verdicts)
            Line($"  {(verdict.Holds ? "   ok" : "FAILS")}  {verdict.Claim}{(verdict.Holds ? "" : " " + verdict.Detail)}");
    }

    private void Title(string text) => options.Screen.WriteLine($"{Environment.NewLine}=== {text}{Environment.NewLine}");

    private void Line(string text) => options.Screen.WriteLine(text);

    private static System.Security.SecureString Protect(string text)
    {
        var secret = new System.Security.SecureString();
        foreach (var c in text)
            secret.AppendChar(c);
        secret.MakeReadOnly();
        return secret;
    }
}
