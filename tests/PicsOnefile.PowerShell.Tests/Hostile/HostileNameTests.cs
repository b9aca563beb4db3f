using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Hostile;

/// <summary>
/// Whoever may type a name into Onefile or PICSWeb must not be able to steer the administrator's terminal with it, nor to fill the machine: every field
/// of every record holds sequences for terminals and a hundred thousand characters.
/// </summary>
public sealed class HostileNameTests
{
    // Colour, the window's title, a link, a C1 control, and the mark that turns the reading direction.
    private const string Sequences = "\u001b[31m\u001b]0;owned\u0007\u001b]8;;http://example.invalid\u001b\\\u009b2J\u202e\r";
    private static readonly string Endless = new('x', 100_000);

    private static readonly string[] Lines =
    [
        "Get-OnefileCentre",
        "Get-OnefileAssessor",
        "Get-OnefilePlacement",
        "Get-OnefileLearningAim",
        "Get-PicsOfficer",
        "Get-PicsOrganisation",
        "Get-PicsQualification",
        "Get-PicsLearner",
        "Get-OfficerLink",
        "Get-OrganisationLink",
        "Get-QualificationLink",
        "Get-StandardVqReference",
        "Find-OfficerLink -IncludeUnmatched",
        "Find-OrganisationLink -IncludeUnmatched",
        "Test-PicsWebSync",
        "Test-PicsWebSync -Preview",
        "Get-PicsWebSync",
        "Get-LinkHistory",
        "Get-LinkExclusion",
        "Get-PicsOnefileConnection",
        "Get-MappingCache",
        "Invoke-QualificationRefresh -Confirm:$false",
    ];

    [Fact]
    public async Task No_name_steers_the_terminal_and_none_is_endless()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Edit(Spoil);
        foreach (string line in Lines)
        {
            // With -Debug PowerShell asks at each warning, and nobody is here to answer.
            Check(line, twin.Run($"{line} -Verbose -Debug -WarningAction Continue"), twin);
            twin.Run($"{line} | Out-Default");
        }

        string Path(string name) => System.IO.Path.Combine(twin.Folder, name);
        foreach (
            string line in new[]
            {
                $"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Reason 'by hand' -WhatIf",
                $"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Reason 'by hand' -PassThru -Confirm:$false",
                $"Set-OfficerLink {twin.Twin.World.Officers.Values.Last().Ident} {twin.FreeOfficers()[^1].OnefileId} -Force -PassThru -Confirm:$false",
                "Get-LinkHistory",
                "Undo-LinkChange (Get-LinkHistory)[0].RunId -Confirm:$false -PassThru",
                $"Find-OfficerLink | Export-LinkReview '{Path("people.csv")}'",
                $"Find-OfficerLink | Export-LinkReview '{Path("people.html")}' -Format Html",
                $"Find-OrganisationLink | Export-LinkReview '{Path("places.csv")}'",
                $"Import-LinkReview '{Path("people.csv")}'",
                $"Get-StandardVqReference | Export-LinkReview '{Path("standards.csv")}'",
                $"Export-LinkWorklist '{Path("worklist.csv")}'",
                $"Export-LinkWorklist '{Path("worklist.html")}'",
                $"Export-LinkReport '{Path("report.html")}'",
            }
        )
        {
            Check(line, twin.Run($"{line} -Verbose"), twin);
        }

        Assert.Contains(twin.Must("Get-LinkHistory").All("OldValue"), value => value.Contains("␛[31m", StringComparison.Ordinal));
        foreach (string file in Directory.EnumerateFiles(twin.Folder, "*.*").Where(file => System.IO.Path.GetExtension(file) is ".csv" or ".html"))
            Assert.DoesNotContain(File.ReadAllText(file), Controls);
        Check("what was shown", null, twin);
    }

    [Fact]
    public async Task What_stands_in_the_other_fields_goes_back_as_it_came()
    {
        await using var twin = await TwinShell.StartAsync();
        var pair = twin.FreeOfficers()[0];
        twin.Edit(Spoil);
        var officer = twin.Twin.World.OfficerByIdent(pair.Ident)!;
        string surname = officer.Surname,
            email = officer.Email;
        twin.Must($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -Confirm:$false");
        Assert.Equal((pair.OnefileId, surname, email), (officer.AdditionalId, officer.Surname, officer.Email));
    }

    private static readonly Predicate<char> Controls = letter => char.IsControl(letter) && letter is not ('\r' or '\n' or '\t') || letter is '\u202e';

    private static void Check(string line, PicsOnefile.Sandbox.Rehearsal.ShellResult? result, TwinShell twin)
    {
        IEnumerable<string> texts = result is null
            ? [twin.Screen]
            :
            [
                .. result.Output.SelectMany(Texts),
                .. result.Errors.Select(error => error.ToString()),
                .. result.Warnings,
                .. result.Verbose,
                result.Ended?.ToString() ?? "",
            ];
        foreach (string text in texts)
        {
            int at = text.ToList().FindIndex(Controls);
            Assert.True(at < 0, $"{line} shows a control character: {(at < 0 ? "" : Escape(text, at))}");
            Assert.DoesNotContain(new string('x', 20_000), text.Replace("\r", "").Replace("\n", ""));
        }

        // A type that is not the module's own error would be a defect that the names brought about.
        if (result is not null)
            Assert.All(result.Errors.Concat(result.Ended is { } ended ? [ended.ErrorRecord] : []), error =>
                Assert.False(string.IsNullOrEmpty(error.ErrorDetails?.RecommendedAction), $"{line}: {error}")
            );
    }

    // What a list view, a CSV or JSON of the object would show.
    private static IEnumerable<string> Texts(PSObject row) =>
        row
            .Properties.Select(property => property.Value)
            .SelectMany(value =>
                value switch
                {
                    string text => [text],
                    IEnumerable<object> several => several.SelectMany(one => Texts(PSObject.AsPSObject(one))),
                    _ => [value?.ToString() ?? ""],
                }
            );

    private static string Escape(string text, int at) => Uri.EscapeDataString(text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)]);

    private static void Spoil(Sandbox.World.TwinWorld world)
    {
        string Bad(string text) => Sequences + text + Sequences + Endless;
        string Steering(string text) => Sequences + text;
        foreach (var centre in world.Centres.Values)
            centre.Name = Bad(centre.Name);
        foreach (var user in world.Users.Values)
            (user.FirstName, user.LastName, user.Email, user.Telephone) = (
                Steering(user.FirstName),
                Bad(user.LastName),
                Steering(user.Email),
                Steering(user.Telephone)
            );
        foreach (var placement in world.Placements.Values)
            (placement.Name, placement.Address, placement.Email, placement.Telephone, placement.Web) = (
                Bad(placement.Name),
                Bad(placement.Address),
                Steering(placement.Email),
                Steering(placement.Telephone),
                Steering(placement.Web)
            );
        foreach (var standard in world.Standards.Values)
            standard.Title = Bad(standard.Title);
        foreach (var officer in world.Officers.Values)
            (officer.FirstName, officer.Surname, officer.Email, officer.Telephone, officer.Mobile) = (
                Steering(officer.FirstName),
                Bad(officer.Surname),
                Steering(officer.Email),
                Steering(officer.Telephone),
                Steering(officer.Mobile)
            );
        // A link that points nowhere, and steers.
        world.Officers.Values.Last().AdditionalId = Steering("999999");
        foreach (var organisation in world.Organisations.Values)
            (organisation.Name, organisation.Address1, organisation.Postcode, organisation.Website) = (
                Bad(organisation.Name),
                Bad(organisation.Address1),
                Steering(organisation.Postcode),
                Steering(organisation.Website)
            );
        foreach (var qualification in world.Qualifications.Values)
            (qualification.Title, qualification.Level) = (Bad(qualification.Title), Steering(qualification.Level));
        foreach (var learner in world.Learners.Values)
            (learner.FirstName, learner.Surname) = (Steering(learner.FirstName), Bad(learner.Surname));
    }
}
