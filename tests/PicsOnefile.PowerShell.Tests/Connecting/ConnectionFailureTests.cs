using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using PicsOnefile.PowerShell.Tests.Shell;
using PicsOnefile.Sandbox.PicsWeb;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Connecting;

/// <summary>Whatever keeps a connection from being opened: one clear error each, and nothing is changed.</summary>
public sealed class ConnectionFailureTests
{
    private const string Settings = "Connect-PicsOnefile -Environment Live -CachePath $cache";

    [Fact]
    public async Task A_token_of_another_environment_is_told()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Shell.Set("token", TwinShell.Protect(twin.Twin.Credentials.CustomerTokens["Practice"]));
        Refused(twin, twin.ConnectLine).Is("CustomerTokenRefused", ErrorCategory.AuthenticationError);
    }

    [Fact]
    public async Task A_wrong_password_of_the_API_user_is_told()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Shell.Set("user", new PSCredential(twin.Twin.Credentials.ApiUser, TwinShell.Protect("wrong")));
        Refused(twin, twin.ConnectLine).Is("ApiUserRefused", ErrorCategory.AuthenticationError);
    }

    [Fact]
    public async Task A_PICSWeb_that_cannot_be_reached_is_named()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var closed = ClosedPort();
        var error = Refused(twin, $"{Settings} -OnefileAddress $onefile -PicsWebAddress {closed} -CustomerToken $token -ApiUser $user");
        Assert.Contains(closed.Authority, error.Is("HostUnreachable", ErrorCategory.ConnectionError).ToString());
    }

    [Fact]
    public async Task A_certificate_that_does_not_verify_is_refused()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        await using var server = await SelfSignedServer.StartAsync();
        Refused(twin, $"{Settings} -OnefileAddress {server.Address} -CustomerToken $token").Is("CertificateInvalid", ErrorCategory.SecurityError);
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public async Task Plain_http_is_allowed_for_the_loopback_address_only()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        Refused(twin, $"{Settings} -OnefileAddress http://onefile.example/api -CustomerToken $token").Is("AddressNotAllowed", ErrorCategory.SecurityError);
        // The shell makes a Uri of what is typed, and .NET another name of this one.
        Refused(twin, $"{Settings} -OnefileAddress http://loopback:{twin.Server.OnefileAddress.Port}/onefile/api/v2.1 -CustomerToken $token")
            .Is("AddressNotAllowed", ErrorCategory.SecurityError);
    }

    [Fact]
    public async Task A_PICSWeb_address_with_a_wrong_path_connects_and_says_what_was_asked_and_what_answered()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var result = twin.Run(twin.ConnectLine.Replace("$picsWeb", "$picsWeb/wrong", StringComparison.Ordinal));
        Assert.Empty(result.Errors);
        Assert.Contains("answered 404 to POST /app/api/v1/Authentication at http", Assert.Single(result.Warnings));
        Assert.Contains("/wrong", result.Warnings[0]);
        Assert.Equal("None", Assert.Single(result.Output).Text("PicsWebBy"));
        Assert.Contains("/wrong", twin.Fails("Get-PicsOfficer").Is("ApiMissing", ErrorCategory.NotEnabled).ToString());
    }

    [Theory]
    [InlineData("$picsWeb/")]
    [InlineData("$picsWeb/app")]
    [InlineData("$picsWeb/app/")]
    public async Task PICSWebs_address_may_end_with_app_or_without(string address)
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var result = twin.Run(twin.ConnectLine.Replace("$picsWeb", address, StringComparison.Ordinal));
        Assert.Empty(result.Warnings);
        Assert.Equal("Api", Assert.Single(result.Output).Text("PicsWebBy"));
    }

    [Theory]
    [InlineData("$picsWeb/app/?tenant=1")]
    [InlineData("$picsWeb/app/#/learners")]
    public async Task An_address_copied_with_more_than_its_path_is_told_what_to_leave_out(string address)
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var error = Refused(twin, twin.ConnectLine.Replace("$picsWeb", $"\"{address}\"", StringComparison.Ordinal));
        Assert.Contains("after '?' or '#'", error.Is("AddressNotAllowed", ErrorCategory.SecurityError).ToString());
    }

    [Theory]
    [InlineData("Connect-PicsOnefile -Environment Practice -OnefileAddress https://wsapi.onefile.co.uk/api/v2.1 -CachePath $cache -CustomerToken $token")]
    [InlineData("Connect-PicsOnefile -Environment Live -PicsWebAddress https://www.picsweb.co.uk -CachePath $cache -CustomerToken $token -ApiUser $user")]
    [InlineData("Save-PicsOnefileProfile Mixed -Environment Live -OnefileAddress https://wsapibeta.onefile.co.uk/api/v2.1")]
    public async Task An_address_of_another_environment_or_system_is_refused(string line)
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        Refused(twin, line).Is("AddressMismatch", ErrorCategory.InvalidArgument);
        Assert.Empty(twin.Must("Get-PicsOnefileProfile Mixed*"));
    }

    [Fact]
    public async Task A_tenant_without_the_API_is_told_to_give_exported_lists()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { PicsWebApi = false });
        var error = twin.Fails("Get-PicsOfficer");
        Assert.Contains("-OfficerPath", error.Is("ApiMissing", ErrorCategory.NotEnabled).ErrorDetails.RecommendedAction);
    }

    [Fact]
    public async Task A_tenant_without_the_API_is_read_from_exported_lists()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { PicsWebApi = false }, connect: false);
        ExportedLists.WriteAll(twin.Twin, twin.Folder);
        var connection = Assert.Single(
            twin.Must(
                $"{Settings} -OnefileAddress $onefile -CustomerToken $token "
                    + "-OfficerPath $folder/officers.csv -OrganisationPath $folder/organisations.csv -QualificationPath $folder/qualifications.csv "
                    + "-LearnerPath $folder/learners.csv"
            )
        );
        Assert.Equal("ExportedLists", connection.Text("PicsWebBy"));
        Assert.Equal(twin.Twin.World.Officers.Count, twin.Must("Get-PicsOfficer").Count);
        Assert.Contains("Certain", twin.Must("Get-OnefileAssessor | Find-OfficerLink").All("Confidence"));
    }

    [Fact]
    public async Task A_link_that_no_API_can_write_waits_for_a_person_and_nothing_is_lost()
    {
        await using var twin = await TwinShell.StartAsync(TwinShell.Small() with { PicsWebApi = false }, connect: false);
        ExportedLists.WriteAll(twin.Twin, twin.Folder);
        twin.Must($"$null = {Settings} -OnefileAddress $onefile -CustomerToken $token -OfficerPath $folder/officers.csv");
        var pair = twin.FreeOfficers()[0];
        string world = twin.World();
        var result = twin.Run($"Set-OfficerLink {pair.Ident} {pair.OnefileId} -PassThru -Confirm:$false");
        Assert.Equal("Pending", Assert.Single(result.Output).Text("State"));
        Assert.Contains("keyed in", Assert.Single(result.Warnings));
        Assert.Equal("Pending", twin.Must($"Get-OfficerLink {pair.Ident}")[0].Text("State"));
        Assert.Equal(world, twin.World());
    }

    [Fact]
    public async Task A_malformed_API_map_is_told_with_line_and_column()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        string map = twin.Save("map.json", "{\n  \"operations\": {\n    \"officers.list\": { \"path\": 12, }\n  }\n}");
        var error = Refused(twin, $"{twin.ConnectLine} -ApiMap '{map}'").Is("ApiMapInvalid", ErrorCategory.ParserError);
        Assert.Contains(map, error.ToString());
        Assert.Matches(@"line 3, column \d+", error.ToString());
    }

    [Fact]
    public async Task An_API_map_that_names_another_host_is_refused()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        string map = twin.Save("map.json", "{ \"operations\": { \"officers.list\": { \"path\": \"https://elsewhere.example/officers\" } } }");
        Refused(twin, $"{twin.ConnectLine} -ApiMap '{map}'").Is("ApiMapInvalid", ErrorCategory.ParserError);
    }

    [Fact]
    public async Task A_file_that_does_not_exist_is_named()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        var error = Refused(twin, $"{twin.ConnectLine} -ApiMap $folder/nowhere.json").Is("FileNotFound", ErrorCategory.ObjectNotFound);
        Assert.Contains("nowhere.json", error.ToString());
    }

    [Fact]
    public async Task A_list_with_malformed_headings_is_told_with_line_and_column()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        string list = twin.Save("officers.csv", "Ident,Surname,\"First Names\nA1,Hart,Ann\n");
        var error = twin.Fails($"Get-PicsOfficer -Path '{list}'").Is("CsvInvalid", ErrorCategory.ParserError, list);
        Assert.Contains("line 1, column 3", error.ToString());
    }

    [Fact]
    public async Task A_malformed_line_of_a_list_is_told_with_line_and_column_and_the_others_are_read()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        string list = twin.Save("officers.csv", "Ident,Surname,First Names,Additional ID\nA1,Hart,\"Ann,\nA2,Low,Bo,\n");
        var result = twin.Run($"Get-PicsOfficer -Path '{list}'");
        Assert.Equal(["A2"], result.Output.All("OfficerIdent"));
        Assert.Contains($"{list}, line 2, column 3", Assert.Single(result.Errors).Is("CsvRowInvalid", ErrorCategory.InvalidData, list).ToString());
    }

    [Fact]
    public async Task A_damaged_cache_file_is_told_and_left_as_it_is()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Must($"$null = {twin.ConnectLine}; Update-MappingCache -Confirm:$false; Disconnect-PicsOnefile");
        string path = Path.Combine(twin.Folder, "cache.db");
        byte[] bytes = File.ReadAllBytes(path);
        Array.Fill(bytes, (byte)0x5A, 100, bytes.Length - 100);
        File.WriteAllBytes(path, bytes);
        Refused(twin, twin.ConnectLine).Is("CacheDamaged", ErrorCategory.InvalidData, path);
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task A_file_that_is_no_cache_is_told_and_left_as_it_is()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        string path = twin.Save("cache.db", new string('x', 5000));
        var error = Refused(twin, twin.ConnectLine);
        error.Is("CacheDamaged", ErrorCategory.InvalidData, path);
        Assert.Equal(new string('x', 5000), File.ReadAllText(path));
    }

    [Fact]
    public async Task A_cache_file_that_cannot_be_made_is_told_and_no_system_is_asked()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Save("file", "not a folder");
        var error = Refused(twin, twin.ConnectLine.Replace("$cache", "$folder/file/cache.db", StringComparison.Ordinal));
        Assert.StartsWith("Cache", error.FullyQualifiedErrorId);
        Assert.Equal(0, twin.Twin.Calls.Total);
    }

    [OrdinaryAccountFact]
    public async Task A_cache_file_that_must_not_be_written_is_told()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        twin.Must($"$null = {twin.ConnectLine}; Disconnect-PicsOnefile");
        string path = Path.Combine(twin.Folder, "cache.db");
        File.SetAttributes(path, FileAttributes.ReadOnly);
        try
        {
            Refused(twin, twin.ConnectLine).Is("CacheReadOnly", ErrorCategory.WriteError, path);
        }
        finally
        {
            File.SetAttributes(path, FileAttributes.Normal);
        }
    }

    [Fact]
    public async Task Without_a_connection_each_cmdlet_says_what_to_do_first()
    {
        await using var twin = await TwinShell.StartAsync(connect: false);
        foreach (
            string line in new[]
            {
                "Get-OnefileAssessor",
                "Get-PicsOfficer",
                "Find-OfficerLink",
                "Set-OfficerLink A B",
                "Invoke-QualificationRefresh",
                "Test-PicsWebSync",
                "Enable-PicsWebSync -Confirm:$false",
                "Get-LinkHistory",
                "Test-LinkHistory",
                "Get-LinkExclusion",
                "Clear-MappingCache -Confirm:$false",
                "Export-LinkReport $folder/report.html",
                "New-PicsOnefileDiagnostic $folder/diagnostic.txt -IncludeReadiness",
            }
        )
            twin.Fails(line).Is("NotConnected", ErrorCategory.InvalidOperation);
    }

    // One error, no connection, nothing changed.
    private static ErrorRecord Refused(TwinShell twin, string line)
    {
        string world = twin.World();
        var error = twin.Fails(line);
        Assert.Empty(twin.Must("Get-PicsOnefileConnection"));
        Assert.Equal(world, twin.World());
        return error;
    }

    // A port that was free a moment ago and that nobody listens on.
    private static Uri ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return new Uri($"http://127.0.0.1:{port}/api");
    }
}
