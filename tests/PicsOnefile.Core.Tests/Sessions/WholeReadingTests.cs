using System;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Linking;
using PicsOnefile.Errors;
using PicsOnefile.PicsWeb;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Sessions;

public sealed class WholeReadingTests : IDisposable
{
    private readonly Provider _provider = new Provider().With(Officer("O1", "11"), Organisation("P1", "21"), Assessor("11"), Placement("21"));

    public void Dispose() => _provider.Dispose();

    private Task ReadAsync() => _provider.Session.WholeReading.UpdateAsync(_provider.Run);

    [Fact]
    public async Task Every_list_of_both_systems_is_read_once_and_what_is_linked_is_remembered()
    {
        await ReadAsync();

        Assert.Equal(["assessors of 1", "centres", "learning aims of 1", "placements of 1"], _provider.Onefile.Calls.Order());
        Assert.Equal(["LearnersList", "OfficersList", "OrganisationsList", "QualificationsList"], _provider.PicsWeb.Calls.Order());
        Assert.Single(_provider.Ledger.Links(LinkKind.Organisation));
    }

    [Fact]
    public async Task It_reads_anew_however_young_the_cache_is()
    {
        await ReadAsync();
        await ReadAsync();

        Assert.Equal(2, _provider.Onefile.Calls.Count(call => call == "centres"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_PICSWeb_does_not_offer_is_told_and_left_out(bool knownBefore)
    {
        foreach (var list in new[] { PicsWebOperation.QualificationsList, PicsWebOperation.OfficersList })
            (knownBefore ? _provider.PicsWeb.Missing : _provider.PicsWeb.FoundMissing).Add(list);

        await ReadAsync();

        Assert.Contains(_provider.Log.VerboseLines, line => line.Contains("QualificationsList", StringComparison.Ordinal));
        Assert.NotNull(_provider.Session.Cache.Records.Read<Learner>());
        Assert.NotNull(_provider.Session.Cache.Records.Read<Organisation>());
    }

    [Fact]
    public async Task A_list_that_fails_keeps_no_other_from_being_read_and_each_failure_is_one_error()
    {
        _provider.PicsWeb.OnCall = call => call == "OfficersList" ? throw ErrorKinds.PicsWebDenied.For(call, "No officers.") : Task.CompletedTask;
        _provider.Onefile.OnCall = call => call == "placements of 1" ? throw ErrorKinds.ServerError.For(call, "No placements.") : Task.CompletedTask;

        var last = await Assert.ThrowsAsync<PicsOnefileException>(ReadAsync);

        Assert.Equal(["No officers.", "No placements."], [.. _provider.Log.Errors, last.Message]);
        Assert.Equal(["assessors of 1", "centres", "learning aims of 1", "placements of 1"], _provider.Onefile.Calls.Order());
        Assert.Equal(["LearnersList", "OfficersList", "OrganisationsList", "QualificationsList"], _provider.PicsWeb.Calls.Order());
    }

    [Fact]
    public async Task What_makes_every_list_fail_is_one_error()
    {
        _provider.Onefile.OnCall = call => call == "centres" ? throw ErrorKinds.ServerError.For(call, "No centres.") : Task.CompletedTask;

        Assert.Equal("No centres.", (await Assert.ThrowsAsync<PicsOnefileException>(ReadAsync)).Message);

        Assert.Empty(_provider.Log.Errors);
        Assert.Contains("OrganisationsList", _provider.PicsWeb.Calls);
    }

    [Fact]
    public async Task A_refused_password_ends_it_at_once()
    {
        _provider.PicsWeb.OnCall = call => throw ErrorKinds.ApiUserRefused.For(call, "The password is wrong.");

        Assert.Equal("ApiUserRefused", (await Assert.ThrowsAsync<PicsOnefileException>(ReadAsync)).Kind.Id);

        Assert.Equal("OfficersList", Assert.Single(_provider.PicsWeb.Calls));
    }

    [Fact]
    public async Task It_stops_when_it_is_stopped()
    {
        _provider.Stop();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(ReadAsync);

        Assert.Empty(_provider.Onefile.Calls);
    }
}
