using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Cache;
using PicsOnefile.Core.Tests.Http;
using PicsOnefile.Errors;
using PicsOnefile.Runs;
using PicsOnefile.Sessions;
using Xunit;

namespace PicsOnefile.Core.Tests.Sessions;

public sealed class SessionOpeningTests : IDisposable
{
    private const string Token = "made-up/token+with=odd&characters";

    private readonly CacheFolder _folder = new();
    private readonly CollectedLog _log = new();
    private OnefileOverHttp _onefile = new("1");

    public void Dispose()
    {
        _onefile.Dispose();
        _folder.Dispose();
    }

    private static ConnectionSecrets Secrets(string token = Token) => new(new NetworkCredential("", token).SecurePassword, null);

    private PicsOnefileProfile Profile =>
        new()
        {
            ProfileName = "Live",
            OnefileAddress = _onefile.Address,
            CachePath = _folder.File,
        };

    private Task<PicsOnefileSession> OpenAsync(PicsOnefileProfile? profile = null) =>
        SessionOpening.OpenAsync(profile ?? Profile, Secrets(), null, new RunContext(_log, default));

    private async Task<PicsOnefileException> FailureAsync(PicsOnefileProfile? profile = null) =>
        await Assert.ThrowsAsync<PicsOnefileException>(() => OpenAsync(profile));

    private void Centres(params string[] ids)
    {
        _onefile.Dispose();
        _onefile = new(ids);
    }

    [Fact]
    public async Task With_one_centre_records_are_tied_by_Additional_ID()
    {
        using var session = await OpenAsync();

        var shown = session.Describe();
        Assert.Equal((LinkBy.AdditionalId, "Made-up Training", 1, "None"), (shown.LinkBy, shown.CustomerName, shown.Centres, shown.PicsWebBy));
        Assert.Equal(240 - _onefile.Calls.Count(call => call != "POST /Authentication"), shown.CallsLeft, tolerance: 1);
    }

    [Fact]
    public async Task With_one_centre_a_customer_may_still_link_by_MIS_Value()
    {
        using var session = await OpenAsync(Profile with { LinkBy = LinkBy.MisValue });

        Assert.Equal(LinkBy.MisValue, session.Workspace.LinkBy);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(LinkBy.AdditionalId)]
    public async Task With_several_centres_nobody_guesses_what_ties_records_together(LinkBy? linkBy)
    {
        Centres("1", "2");

        Assert.Equal("LinkByUndecided", (await FailureAsync(Profile with { LinkBy = linkBy })).Kind.Id);
    }

    [Fact]
    public async Task With_several_centres_MIS_Values_or_one_of_the_centres_will_do()
    {
        Centres("1", "2");

        using (var all = await OpenAsync(Profile with { LinkBy = LinkBy.MisValue }))
            Assert.Equal(2, all.Describe().Centres);
        using var one = await OpenAsync(Profile with { CentreId = "2" });
        Assert.Equal((LinkBy.AdditionalId, 1), (one.Workspace.LinkBy, one.Describe().Centres));
    }

    [Fact]
    public async Task A_centre_that_is_not_there_is_refused_with_those_there_are()
    {
        var failure = await FailureAsync(Profile with { CentreId = "7" });

        Assert.Equal("CentreUnknown", failure.Kind.Id);
        Assert.Contains("1 (Centre 1)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_sees_no_centre_is_told_so()
    {
        Centres();

        Assert.Equal("CentreUnknown", (await FailureAsync()).Kind.Id);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_named_nowhere()
    {
        _onefile.Instead = request => (401, $"the token {request.Headers["X-CustomerToken"]} is wrong");

        var failure = await FailureAsync();

        Assert.Equal("CustomerTokenRefused", failure.Kind.Id);
        var said = failure + string.Join("\n", _log.Everything);
        Assert.DoesNotContain(Token, said, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString(Token), said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cache_does_not_hold_the_token()
    {
        using (await OpenAsync()) { }

        Assert.DoesNotContain(Token, System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(_folder.File)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_fails_leaves_no_file_open()
    {
        _onefile.Instead = request => request.Path == "/Customer" ? (404, "") : null;

        await FailureAsync();

        // SQLite takes its log away when the last connection closes.
        Assert.Equal([_folder.File], Directory.GetFiles(_folder.Folder));
    }

    [Fact]
    public async Task An_address_of_another_environment_is_refused_before_anybody_is_asked()
    {
        var failure = await FailureAsync(Profile with { Environment = OnefileEnvironment.Practice, OnefileAddress = "https://wsapi.onefile.co.uk/api/v2.1" });

        Assert.Equal("AddressMismatch", failure.Kind.Id);
        Assert.Empty(_onefile.Calls);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    public async Task An_address_where_no_Onefile_is_says_so_with_the_whole_address(int status)
    {
        _onefile.Instead = request => request.Path.EndsWith("/Authentication", StringComparison.Ordinal) ? (status, "") : null;

        var failure = await FailureAsync(Profile with { OnefileAddress = _onefile.Address + "/wrong" });

        Assert.Equal("OnefileNotThere", failure.Kind.Id);
        Assert.Equal($"Onefile answered {status} to POST /Authentication at {_onefile.Address}/wrong.", failure.Message);
    }

    [Theory]
    [InlineData("not an address", null, null)]
    [InlineData(null, "picsweb.example", null)]
    [InlineData(null, null, "proxy:")]
    [InlineData(null, null, "http://staff:made-up@proxy.example:8080")]
    [InlineData("http://onefile.example", null, null)]
    public async Task An_address_that_is_none_is_one_clear_error_and_nobody_is_asked(string? onefile, string? picsWeb, string? proxy)
    {
        var failure = await FailureAsync(Profile with { OnefileAddress = onefile ?? _onefile.Address, PicsWebAddress = picsWeb, Proxy = proxy });

        Assert.Equal("AddressNotAllowed", failure.Kind.Id);
        Assert.DoesNotContain("made-up", failure.ToString());
        Assert.Empty(_onefile.Calls);
    }

    [Fact]
    public async Task A_session_that_is_closed_lets_go_of_cache_and_token()
    {
        var session = await OpenAsync();

        session.Dispose();

        Assert.Throws<ObjectDisposedException>(() => session.Workspace.CustomerToken!.Length);
        Assert.Equal([_folder.File], Directory.GetFiles(_folder.Folder));
    }

    [Fact]
    public async Task A_change_that_cannot_be_settled_now_does_not_keep_anybody_from_connecting()
    {
        _folder.Clock.Move(TimeSpan.FromDays(-20_000));
        _folder.Once(cache =>
            cache.Journal.Append([
                CacheFolder.Intent(cache.Journal.BeginRun("Set-OfficerLink"), "1", "11") with
                {
                    Environment = OnefileEnvironment.Live,
                    Kind = "Assessor",
                    Field = "MisId",
                },
            ])
        );
        _onefile.Instead = request =>
            request.Path.StartsWith("/User/", StringComparison.Ordinal) ? (400, """{"code": -1, "message": "not today"}""") : null;

        using var session = await OpenAsync();

        Assert.Single(session.Cache.Journal.Open());
        Assert.Contains(_log.Everything, line => line.Contains("not today", StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_without_a_name_get_a_cache_for_each_tenant_however_its_address_is_typed()
    {
        var profile = new PicsOnefileProfile { ProfileName = PicsOnefileProfile.AdHoc, Environment = OnefileEnvironment.Beta };
        string Name(string? picsWeb, string account = "0123456789abcdef") =>
            SessionOpening.CacheName(profile, new Uri("https://onefile.example/api"), picsWeb is null ? null : new Uri(picsWeb), account);

        Assert.Equal("Beta tenant.example", Name("https://tenant.example"));
        Assert.Equal(Name("https://tenant.example"), Name("https://TENANT.example/"));
        Assert.NotEqual(Name("https://tenant.example"), Name("https://other.example"));
        Assert.NotEqual(Name(null), Name(null, "fedcba9876543210"));
    }

    [Fact]
    public async Task An_API_map_that_is_not_there_or_cannot_be_used_is_one_clear_error()
    {
        var path = Path.Combine(_folder.Folder, "map.json");
        Assert.Equal("FileNotFound", Assert.Throws<PicsOnefileException>(() => SessionOpening.ReadApiMap(path)).Kind.Id);

        await File.WriteAllTextAsync(path, "{");
        Assert.Equal("ApiMapInvalid", Assert.Throws<PicsOnefileException>(() => SessionOpening.ReadApiMap(path)).Kind.Id);
    }
}
