using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.PicsWeb;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.PicsWeb;

/// <summary>Get-PicsLearner: PICSWeb's learners, and those among them who wait for their enrolment.</summary>
public sealed class GetPicsLearnerTests(ConnectedTwin connected) : IClassFixture<ConnectedTwin>
{
    private readonly TwinShell twin = connected.Shell;

    [Fact]
    public void All_learners_are_shown_with_their_Onefile_ID_and_centre()
    {
        var learners = twin.Twin.World.Learners.Values.Select(learner => (learner.Ident, learner.OneFileId, $"{learner.CentreId}"));
        Assert.Equal(
            learners.Order(),
            twin.Must("Get-PicsLearner").Select(row => (row.Text("LearnerIdent"), row.Text("OnefileId"), row.Text("OnefileOrganisation"))).Order()
        );
    }

    [Fact]
    public void Those_who_wait_are_told_apart() =>
        Assert.Equal(twin.Twin.WaitingLearners().Order(), twin.Must("Get-PicsLearner -Waiting").All("LearnerIdent").Order());

    [Fact]
    public void A_name_may_be_a_pattern_and_a_number_finds_its_learner()
    {
        var learner = twin.Twin.World.Learners.Values.First();
        Assert.Contains(learner.Ident, twin.Must($"Get-PicsLearner -Name '*{learner.Surname.Replace("'", "''")}'").All("LearnerIdent"));
        Assert.Equal([learner.Ident], twin.Must($"Get-PicsLearner -Uln {learner.Uln}").All("LearnerIdent"));
    }

    [Fact]
    public void The_table_shows_neither_number_nor_birthday()
    {
        int before = twin.Screen.Length;
        twin.Must("Get-PicsLearner | Out-Host");
        Assert.All(twin.Twin.World.Learners.Values, learner => Assert.DoesNotContain(learner.Uln, twin.Screen[before..]));
    }

    [Fact]
    public async Task An_exported_list_is_read_without_any_connection()
    {
        await using var own = await TwinShell.StartAsync(connect: false);
        ExportedLists.WriteAll(own.Twin, own.Folder);
        Assert.Equal(own.Twin.World.Learners.Count, own.Must("Get-PicsLearner -Path $folder/learners.csv").Count);
    }

    [Fact]
    public async Task A_heading_of_ones_own_is_named_by_the_column_map()
    {
        await using var own = await TwinShell.StartAsync(connect: false);
        own.Must("[IO.File]::WriteAllText(\"$folder/learners.csv\", \"Pupil no.,Surname`nL1,Penhaligon`n\")");
        var learner = Assert.Single(own.Must("Get-PicsLearner -Path $folder/learners.csv -ColumnMap @{ LearnerIdent = 'Pupil no.' }"));
        Assert.Equal("L1", learner.Text("LearnerIdent"));
    }
}
