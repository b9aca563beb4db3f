using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.Faults;
using PicsOnefile.Sandbox.Rehearsal;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Qualifications;

/// <summary>Set-StandardVqReference: the VQ Reference becomes exactly Onefile's code, so that no qualification is left out.</summary>
public sealed class SetStandardVqReferenceTests
{
    [Fact]
    public async Task A_code_that_Onefile_does_not_have_is_set_by_force_only()
    {
        await using var twin = await TwinShell.StartAsync();
        var (_, _, id, _) = Spoilt(twin);
        string line = $"Set-StandardVqReference -QualificationId {id} -Code NOTTHERE -Confirm:$false";
        twin.Fails(line).Is("CodeNotInOnefile", ErrorCategory.ObjectNotFound);
        twin.Must(line + " -Force");
        Assert.Equal("NOTTHERE", twin.Twin.World.Qualifications[id].VqReference);
    }

    [Fact]
    public async Task A_qualification_recognised_by_its_title_alone_is_decided_in_the_review()
    {
        await using var twin = await TwinShell.StartAsync();
        var (id, code) = Proposed(twin);
        twin.Must("Get-StandardVqReference -Refresh | Where-Object { $_.Proposed } | Export-LinkReview $folder/standards.csv");
        twin.Must("Import-LinkReview $folder/standards.csv | Set-StandardVqReference -Confirm:$false");
        Assert.Equal("", twin.Twin.World.Qualifications[id].VqReference);

        Decide(twin, "standards.csv", id, "Accept");
        Assert.Empty(twin.ChangesNothing("Import-LinkReview $folder/standards.csv | Set-StandardVqReference -WhatIf").Errors);
        twin.Must("Import-LinkReview $folder/standards.csv | Set-StandardVqReference -Confirm:$false");
        Assert.Equal(code, twin.Twin.World.Qualifications[id].VqReference);
        Assert.Contains("review: Accept", twin.Must($"Get-LinkHistory -Kind Qualification -Key {id}").All("Reason"));
    }

    [Fact]
    public async Task A_rejected_proposal_is_left_alone_and_not_made_again_until_the_rejection_is_taken_back()
    {
        await using var twin = await TwinShell.StartAsync();
        var (id, code) = Proposed(twin);
        twin.Must("Get-StandardVqReference -Refresh | Where-Object { $_.Proposed } | Export-LinkReview $folder/standards.csv");
        Decide(twin, "standards.csv", id, "Reject");
        Assert.Empty(twin.ChangesNothing("Import-LinkReview $folder/standards.csv | Set-StandardVqReference -WhatIf").Errors);
        Assert.Single(twin.Must("Get-StandardVqReference | Where-Object { $_.Proposed }"), row => row.Text("QualificationId") == $"{id}");

        Assert.Empty(twin.ChangesNothing("Import-LinkReview $folder/standards.csv | Set-StandardVqReference -Confirm:$false").Errors);
        Assert.DoesNotContain(twin.Must("Get-StandardVqReference | Where-Object { $_.Proposed }"), row => row.Text("QualificationId") == $"{id}");
        Assert.Contains("Rejected in the review.", Assert.Single(twin.Must("Get-StandardVqReference"), row => row.Text("Code") == code).Text("Detail"));

        twin.Must("Get-LinkExclusion Qualification | Remove-LinkExclusion -Confirm:$false");
        Assert.Single(twin.Must("Get-StandardVqReference | Where-Object { $_.Proposed }"), row => row.Text("QualificationId") == $"{id}");
    }

    [Fact]
    public async Task An_excluded_qualification_is_left_alone_altogether()
    {
        await using var twin = await TwinShell.StartAsync();
        var (id, _) = Proposed(twin);
        twin.Must("Get-StandardVqReference -Refresh | Where-Object { $_.Proposed } | Export-LinkReview $folder/standards.csv");
        Decide(twin, "standards.csv", id, "Exclude");

        twin.Must("Import-LinkReview $folder/standards.csv | Set-StandardVqReference -Confirm:$false");

        Assert.Equal($"{id}", Assert.Single(twin.Must("Get-LinkExclusion Qualification")).Text("Ident"));
        Assert.Equal("Excluded", Assert.Single(twin.Must("Get-QualificationLink"), link => link.Text("QualificationId") == $"{id}").Text("State"));
        twin.Fails($"Set-StandardVqReference -QualificationId {id} -Code 196AS -Force -Confirm:$false").Is("RecordExcluded", ErrorCategory.InvalidOperation);
    }

    [Fact]
    public async Task A_missing_qualification_is_added_once_although_the_answer_is_lost()
    {
        await using var twin = await TwinShell.StartAsync();
        var (standard, component, id, code) = Spoilt(twin);
        twin.Edit(world => world.Qualifications.Remove(id));
        twin.Must("Update-MappingCache -Confirm:$false");
        twin.Fails($"Set-StandardVqReference {standard} {component} -Confirm:$false").Is("QualificationMissing", ErrorCategory.ObjectNotFound);
        Assert.Empty(twin.ChangesNothing($"Set-StandardVqReference {standard} {component} -Create -WhatIf").Errors);

        twin.Twin.Faults.Add(
            new Fault
            {
                Kind = FaultKind.AnswerLost,
                Route = "POST *qualifications",
                Next = 1,
            }
        );
        Assert.Equal("Equal", Assert.Single(twin.Must($"Set-StandardVqReference {standard} {component} -Create -PassThru -Confirm:$false")).Text("State"));
        Assert.Single(twin.Twin.World.Qualifications.Values, item => item.VqReference == code);
        Assert.Equal(["Intended", "Done"], twin.Must("Get-LinkHistory -Kind NewQualification -Detailed").All("State"));
    }

    [Fact]
    public async Task A_tenant_that_cannot_add_qualifications_leaves_it_to_a_person()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { Without = ["qualifications.create"] });
        var (standard, component, id, code) = Spoilt(twin);
        twin.Edit(world => world.Qualifications.Remove(id));
        twin.Must("Update-MappingCache -Confirm:$false");
        twin.Must($"Set-StandardVqReference {standard} {component} -Create -Confirm:$false");
        var item = Assert.Single(twin.Must("Export-LinkWorklist"));
        Assert.Equal(("Qualification Configuration > Add a New Qualification", code), (item.Text("Page"), item.Text("NewValue")));
    }

    private static object Others(TwinShell twin, int id)
    {
        var q = twin.Twin.World.Qualifications[id];
        return (q.Title, q.Level, q.Status, q.HasUnits, q.StandardCode);
    }

    // A component that was right, and whose reference somebody wrote down as people do.
    private static (string Standard, string Component, int Id, string Code) Spoilt(TwinShell twin)
    {
        var equal = twin.Must("Get-StandardVqReference -State Equal")[0];
        var found = (equal.Text("StandardCode"), equal.Text("Component"), TruePairs.Number(equal.Text("QualificationId")), equal.Text("Code"));
        twin.Edit(world => world.Qualifications[found.Item3].VqReference = found.Item4.Insert(found.Item4.Length - 2, " "));
        twin.Must("Update-MappingCache -Confirm:$false");
        return found;
    }

    // A qualification that has lost its reference and its standard code: only the title says what it is.
    private static (int Id, string Code) Proposed(TwinShell twin)
    {
        foreach (var equal in twin.Must("Get-StandardVqReference -State Equal"))
        {
            int id = TruePairs.Number(equal.Text("QualificationId"));
            twin.Edit(world => (world.Qualifications[id].VqReference, world.Qualifications[id].StandardCode) = ("", ""));
            if (
                twin.Must("Get-StandardVqReference -Refresh | Where-Object { $_.Proposed }")
                    .Any(row => row.Text("QualificationId") == $"{id}" && row.Text("Code") == equal.Text("Code"))
            )
                return (id, equal.Text("Code"));
        }
        throw new Xunit.Sdk.XunitException("No title of this world names its standard.");
    }

    private static void Decide(TwinShell twin, string file, int id, string decision)
    {
        string path = System.IO.Path.Combine(twin.Folder, file);
        var sheet = ReviewSheet.Open(path);
        foreach (var row in sheet.Rows.Where(row => row.Shown("QualificationId") == $"{id}"))
            row["Decision"] = decision;
        sheet.Save(path);
    }
}
