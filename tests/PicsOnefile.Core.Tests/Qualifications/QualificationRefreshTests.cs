using System;
using System.Linq;
using System.Threading.Tasks;
using Moq;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb;
using PicsOnefile.Runs;
using Xunit;
using static PicsOnefile.Core.Tests.Qualifications.Standards;

namespace PicsOnefile.Core.Tests.Qualifications;

public sealed class QualificationRefreshTests : IDisposable
{
    private readonly TwoSystems _systems = new();

    [Fact]
    public async Task The_first_refresh_shows_every_learning_aim_of_every_centre_as_added()
    {
        _systems.Centres.Add(new Centre { CentreId = "2", Name = "South" });
        _systems.Aims.AddRange([Aim("196AS"), Aim("196AS", centre: "2")]);

        var result = await Refresh();

        Assert.Equal((2, 2, 2, 0, 0), (result.Centres, result.LearningAims, result.Added, result.Removed, result.Renamed));
    }

    [Fact]
    public async Task A_refresh_shows_what_was_added_removed_and_renamed_since_the_last_one()
    {
        _systems.Aims.AddRange([Aim("196AS", id: "10"), Aim("196GW", id: "11"), Aim("196EP", id: "12")]);
        await Refresh();
        _systems.Aims.RemoveAll(aim => aim.StandardId == "10");
        _systems.Aims[0] = _systems.Aims[0] with { Title = "Administrator, gateway [196GW]" };
        _systems.Aims.Add(Aim("196OP", id: "13"));

        var result = await Refresh();

        Assert.Equal(
            [(LearningAimChange.Removed, "10"), (LearningAimChange.Renamed, "11"), (LearningAimChange.Added, "13")],
            result.Differences.Select(difference => (difference.Change, difference.StandardId))
        );
        Assert.Equal("Business Administrator [196GW]", result.Differences[1].OldTitle);
    }

    [Fact]
    public async Task A_learning_aim_that_got_another_code_counts_as_renamed()
    {
        _systems.Aims.Add(Aim("196AS", id: "10"));
        await Refresh();
        _systems.Aims[0] = _systems.Aims[0] with { Code = "597AS" };

        var difference = Assert.Single((await Refresh()).Differences);

        Assert.Equal((LearningAimChange.Renamed, "597AS"), (difference.Change, difference.Code));
    }

    [Fact]
    public async Task A_refresh_with_nothing_new_shows_no_difference()
    {
        _systems.Aims.Add(Aim("196AS"));
        await Refresh();

        Assert.Empty((await Refresh()).Differences);
    }

    [Theory]
    [InlineData(OperationAvailability.Available)]
    [InlineData(OperationAvailability.Unverified)]
    public async Task A_refresh_presses_the_button_of_PICSWeb_where_its_API_may_offer_it(OperationAvailability availability)
    {
        _systems.Operations[PicsWebOperation.IntegrationRefreshQualificationLinks] = availability;

        var result = await Refresh();

        Assert.Equal("Pressed", result.PicsWebRefresh);
        _systems.PicsWeb.Verify(picsWeb => picsWeb.RefreshQualificationLinksAsync(It.IsAny<RunContext>()), Times.Once);
    }

    [Fact]
    public async Task A_tenant_without_the_operation_is_told_which_button_to_press()
    {
        _systems.Operations[PicsWebOperation.IntegrationRefreshQualificationLinks] = OperationAvailability.Missing;

        var result = await Refresh();

        Assert.Contains("press Refresh Qualification Links", result.PicsWebRefresh, StringComparison.Ordinal);
        _systems.PicsWeb.Verify(picsWeb => picsWeb.RefreshQualificationLinksAsync(It.IsAny<RunContext>()), Times.Never);
    }

    [Fact]
    public async Task A_refresh_that_PICSWeb_refuses_still_shows_what_Onefile_has_and_says_why()
    {
        _systems.Operations[PicsWebOperation.IntegrationRefreshQualificationLinks] = OperationAvailability.Available;
        _systems
            .PicsWeb.Setup(picsWeb => picsWeb.RefreshQualificationLinksAsync(It.IsAny<RunContext>()))
            .ThrowsAsync(ErrorKinds.PicsWebDenied.For(null, "The API user may not."));
        _systems.Aims.Add(Aim("196AS"));

        var result = await Refresh();

        Assert.Equal(1, result.Added);
        Assert.StartsWith("Not pressed: The API user may not.", result.PicsWebRefresh, StringComparison.Ordinal);
        Assert.Contains(_systems.Log.Everything, line => line.Contains("The API user may not.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_centre_that_cannot_be_read_ends_the_refresh_before_PICSWeb_is_touched()
    {
        _systems.Operations[PicsWebOperation.IntegrationRefreshQualificationLinks] = OperationAvailability.Available;
        _systems
            .Onefile.Setup(onefile => onefile.GetLearningAimsAsync(It.IsAny<Centre>(), It.IsAny<RunContext>()))
            .ThrowsAsync(ErrorKinds.ServerError.For(null, "500"));

        await Assert.ThrowsAsync<PicsOnefileException>(Refresh);

        _systems.PicsWeb.Verify(picsWeb => picsWeb.RefreshQualificationLinksAsync(It.IsAny<RunContext>()), Times.Never);
    }

    public void Dispose() => _systems.Dispose();

    private Task<QualificationRefreshResult> Refresh() => _systems.Session.Qualifications.RefreshAsync(_systems.Run);
}
