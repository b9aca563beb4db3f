using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Linking;
using PicsOnefile.Readiness.Preview;
using PicsOnefile.Reading;
using Xunit;
using static PicsOnefile.Core.Tests.Readiness.Given;

namespace PicsOnefile.Core.Tests.Linking;

/// <summary>Details of single records that cannot be read, or that take a record out of the lists: finding and previewing go on with the others.</summary>
public sealed class DetailsThatFailTests : IDisposable
{
    private readonly Provider _provider = new Provider().With(
        Named(Officer("O1"), "Ffion", "Llewelyn"),
        Named(Officer("O2"), "Gethin", "Parry"),
        Named(Officer("O3"), "Heledd", "Tudor"),
        Named(Assessor("11"), "Ffion", "Llewelyn"),
        Named(Assessor("12"), "Gethin", "Parry"),
        Named(Assessor("13"), "Quillon", "Xanderby"),
        Organisation("P1", "21"),
        Placement("21")
    );

    public DetailsThatFailTests() => _provider.Onefile.RowsLackTheFlag = true;

    public void Dispose() => _provider.Dispose();

    private static Officer Named(Officer officer, string first, string last) => officer with { FirstName = first, Surname = last, Email = null };

    private static Assessor Named(Assessor assessor, string first, string last) =>
        assessor with
        {
            FirstName = first,
            LastName = last,
            Email = null,
            MisId = null,
            Archived = false,
        };

    [Theory]
    [InlineData("ServerError")]
    [InlineData("OnefileDenied")]
    [InlineData("OnefileRefused")]
    public async Task A_record_whose_own_details_fail_is_compared_without_them_with_one_warning(string error)
    {
        Fail(error, "assessor 13");

        var found = await FindAsync();

        Assert.Equal([("11", "O1"), ("12", "O2"), ("13", null), (null, "O3")], found);
        Assert.Single(_provider.Log.Warnings, text => text.Contains("1 of the assessors could not be read", StringComparison.Ordinal));
        Assert.Single(_provider.Onefile.Calls, "assessor 13");
    }

    [Theory]
    [InlineData("CustomerTokenRefused")]
    [InlineData("HostUnreachable")]
    public async Task A_connection_that_fails_ends_the_search(string error)
    {
        Fail(error, "assessor 13");

        Assert.Equal(error, (await Assert.ThrowsAsync<PicsOnefileException>(() => FindAsync())).Kind.Id);
    }

    [Theory]
    [InlineData("ServerError")]
    [InlineData("OnefileDenied")]
    public async Task The_preview_does_not_say_of_such_a_record_that_it_is_used_and_goes_on(string error)
    {
        _provider.Edit("O1", "11");
        _provider.Edit("O2", "12");
        Fail(error, "assessor 11");

        var items = await new PreviewService(_provider.Session.Workspace).PreviewAsync(new PreviewRequest(), _provider.Run);

        var unknown = Assert.Single(items, item => item.Ident == "O1");
        Assert.Equal((PreviewAction.Unknown, "11"), (unknown.Action, unknown.ExistingId));
        Assert.Contains("in use could not be checked. ", unknown.Reason, StringComparison.Ordinal);
        Assert.Contains("It stumbled.", unknown.Reason, StringComparison.Ordinal);
        Assert.Equal(PreviewAction.Use, Assert.Single(items, item => item.Ident == "O2").Action);
    }

    [Fact]
    public async Task All_that_are_in_use_piped_bring_the_same_rows_before_and_after_the_details_show_which_are_archived()
    {
        _provider.EditAssessor("13", row => row with { Archived = true });

        var first = await FindAsync(await InUseAsync());
        var second = await FindAsync(await InUseAsync());

        Assert.Equal([("11", "O1"), ("12", "O2"), (null, "O3")], first);
        Assert.Equal(first, second);
        Assert.Equal(first, await FindAsync());
        // A part of the list is a part, and says nothing of officers without a partner.
        Assert.Equal([("11", "O1")], await FindAsync(["11"]));
    }

    // As Get-OnefileAssessor shows them.
    private async Task<IReadOnlyCollection<string>> InUseAsync() =>
        [.. (await _provider.ReadAsync(Freshness.WhenOld)).Sources.Onefile.Where(record => record.Live != false).Select(record => record.OnefileId)];

    private async Task<IReadOnlyList<(string?, string?)>> FindAsync(IReadOnlyCollection<string>? selection = null)
    {
        var found = await new CandidateService(_provider.Session.Workspace).FindAsync(
            LinkKind.Officer,
            new CandidateRequest { IncludeUnmatched = true, Selection = selection },
            _provider.Run
        );
        return [.. found.Candidates.Cast<ILinkPair>().Select(row => (row.OnefileId, row.Ident))];
    }

    private void Fail(string error, params string[] calls)
    {
        var kind = (ErrorKind)typeof(ErrorKinds).GetField(error)!.GetValue(null)!;
        _provider.Onefile.OnCall = call => calls.Contains(call) ? throw kind.For(call, "It stumbled.") : Task.CompletedTask;
    }
}
