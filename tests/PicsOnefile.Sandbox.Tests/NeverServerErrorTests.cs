using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.Faults;
using Xunit;

namespace PicsOnefile.Sandbox.Tests;

/// <summary>The twin answers 500 where a fault says so, and never of its own accord: who reads one must be able to take it for the client's test.</summary>
public sealed class NeverServerErrorTests
{
    private const int RequestsEach = 400;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Whatever_it_is_sent_it_says_what_is_wrong_with_it(int seed)
    {
        await using var twin = await TestTwin.StartAsync(
            TestTwin.Small with
            {
                World = TestTwin.Small.World with { Seed = seed, Centres = 1 + seed % 3, DesktopCustomer = seed % 2 == 0 },
            }
        );
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        var requests = new HostileRequests(seed, twin.World);
        for (int number = 0; number < RequestsEach; number++)
        {
            var request = requests.Next();
            var status = await Send(twin, client, request);
            Assert.True((int)status < 500, $"Seed {seed}, request {number} was answered {(int)status}: {request}");

            // A fault that was added strikes as it was told to; what is looked at here is the twin itself.
            twin.Twin.Faults.Clear();
        }

        await LooksWell(twin);
    }

    [Theory]
    [InlineData("{\"seconds\":\"NaN\"}")]
    [InlineData("{\"seconds\":1e300}")]
    [InlineData("{\"seconds\":-1e300}")]
    [InlineData("{\"seconds\":\"Infinity\"}")]
    [InlineData("{\"advance\":\"10675199.02:48:05.4775808\"}")]
    [InlineData("{\"advance\":\"3650000.00:00:00\"}")]
    [InlineData("{\"advance\":\"-800000.00:00:00\"}")]
    [InlineData("{\"advance\":\"9999-12-31T23:59:59Z\"}")]
    [InlineData("{\"advance\":\"1:00\",\"advance\":\"2:00\"}")]
    [InlineData("{\"advance\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public async Task The_clock_goes_nowhere_where_time_ends(string body)
    {
        await using var twin = await TestTwin.StartAsync();
        var before = twin.Twin.Clock.GetUtcNow();
        var reply = await twin.Control(HttpMethod.Post, "/clock", body);
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.NotEmpty(reply.Json["error"]!.GetValue<string>());
        Assert.Equal(before, twin.Twin.Clock.GetUtcNow());
        await LooksWell(twin);
    }

    [Theory]
    [InlineData(2_900_000)]
    [InlineData(-700_000)]
    public async Task At_the_edges_of_time_everything_still_works(int days)
    {
        await using var twin = await TestTwin.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await twin.Control(HttpMethod.Post, "/clock", new { advance = $"{days}.00:00:00" })).Status);
        for (int year = 0; year < 200; year++)
            await twin.Control(HttpMethod.Post, "/clock", new { seconds = Math.Sign(days) * 366L * 86_400 });
        for (int jump = 0; jump < 30; jump++)
        {
            twin.Twin.Faults.Add(
                new Fault
                {
                    Kind = FaultKind.ClockJump,
                    Milliseconds = days > 0 ? int.MaxValue : int.MinValue,
                    Next = 1,
                }
            );
            await twin.Onefile(HttpMethod.Get, "/Customer");
        }

        twin.Twin.Faults.Clear();
        await LooksWell(twin);
    }

    [Theory]
    [InlineData("{\"kind\":\"ServerError\",\"rate\":\"NaN\"}", "rate")]
    [InlineData("{\"kind\":\"ServerError\",\"rate\":1e300}", "rate")]
    [InlineData("{\"kind\":\"ServerError\",\"rate\":-0.5}", "rate")]
    [InlineData("{\"kind\":\"TimeOut\",\"milliseconds\":99999999999}", "milliseconds")]
    [InlineData("{\"kind\":\"TimeOut\",\"milliseconds\":-1}", "milliseconds")]
    [InlineData("{\"kind\":\"ServerError\",\"next\":99999999999}", "next")]
    [InlineData("{\"kind\":\"ServerError\",\"skip\":\"many\"}", "skip")]
    [InlineData("{\"kind\":\"TooManyRequests\",\"retryAfterSeconds\":1e300}", "retryAfterSeconds")]
    [InlineData("{\"kind\":\"Echo\",\"status\":204}", "status")]
    [InlineData("{\"kind\":\"Echo\",\"status\":99999}", "status")]
    [InlineData("{\"kind\":\"Echo\",\"spelling\":\"Morse\"}", "Morse")]
    public async Task A_fault_that_cannot_be_is_refused_and_named(string body, string named)
    {
        await using var twin = await TestTwin.StartAsync();
        var reply = await twin.Control(HttpMethod.Post, "/faults", body);
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains(named, reply.Json["error"]!.GetValue<string>());
        Assert.Empty(twin.Twin.Faults.Lines);
        Assert.Equal(HttpStatusCode.OK, (await twin.Control(HttpMethod.Get, "/faults")).Status);
    }

    [Fact]
    public void A_route_of_many_stars_is_compared_in_no_time()
    {
        var fault = new Fault { Route = string.Concat(Enumerable.Repeat("a*", 40)) + "b" };
        Assert.False(fault.Matches("GET /" + new string('a', 5000)));
        Assert.True(new Fault { Route = "*a*b*" }.Matches("xxaxxbxx"));
        Assert.False(new Fault { Route = "*a*b" }.Matches("xxaxxbxx"));
    }

    [Theory]
    [InlineData("/edit", "{\"kind\":\"officers\",\"kind\":\"users\",\"id\":\"1\",\"field\":\"surname\",\"value\":\"x\"}")]
    [InlineData("/edit", "{\"kind\":\"users\",\"id\":\"ID\",\"field\":\"LastName\",\"value\":\"\\ud800\"}")]
    [InlineData("/edit", "[]")]
    [InlineData("/edit", "\"edit\"")]
    [InlineData("/learners/enrol", "{\"learners\":\"L1\"}")]
    [InlineData("/learners/enrol", "{\"learners\":{}}")]
    [InlineData("/learners/enrol", "[\"L1\"]")]
    [InlineData("/officers/merge", "{\"keep\":\"a\",\"keep\":\"b\",\"drop\":\"c\"}")]
    public async Task A_control_body_that_cannot_be_read_changes_nothing(string path, string body)
    {
        await using var twin = await TestTwin.StartAsync();
        var user = twin.World.Users.Values.First();
        string before = user.LastName;
        var reply = await twin.Control(HttpMethod.Post, path, body.Replace("ID", $"{user.Id}", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal((before, 0), (user.LastName, twin.Twin.Log.Enrolments.Count));
        await LooksWell(twin);
    }

    [Theory]
    [InlineData("DOB")]
    [InlineData("StartOn")]
    [InlineData("PlannedEndDate")]
    public async Task A_date_at_the_end_of_time_is_stored_and_read(string field)
    {
        await using var twin = await TestTwin.StartAsync();
        var learner = twin.World.Users.Values.First(user => user.Role == World.OnefileRole.Learner);
        foreach (string date in new[] { "9999-12-31T23:59:59Z", "9999-12-31", "0001-01-01", "0001-01-01T00:00:00Z" })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await twin.Onefile(HttpMethod.Post, $"/User/{learner.Id}", $"{{\"{field}\":\"{date}\"}}")).Status);
            Assert.StartsWith(
                date[..10],
                (await twin.Onefile(HttpMethod.Get, $"/User/{learner.Id}")).Json[field]!.GetValue<string>(),
                StringComparison.Ordinal
            );
        }

        Assert.Equal(
            HttpStatusCode.NoContent,
            (await twin.Onefile(HttpMethod.Post, "/User/Search/1/10", new { LastModified = "9999-12-31T23:59:59Z" })).Status
        );
    }

    [Theory]
    [InlineData("pageNumber=abc")]
    [InlineData("pageNumber=-1")]
    [InlineData("pageNumber=0&pageSize=5")]
    [InlineData("pageNumber=99999999999")]
    [InlineData("pageSize=0")]
    public async Task A_page_of_PICSWeb_that_is_no_number_from_one_is_refused(string query)
    {
        await using var twin = await TestTwin.StartAsync();
        foreach (string list in new[] { "officers", "organisations", "qualifications", "learners" })
            Assert.Equal(HttpStatusCode.BadRequest, (await twin.PicsWeb(HttpMethod.Get, $"/api/v1/{list}?{query}")).Status);
    }

    [Theory]
    [InlineData("POST /onefile/api/v2.1/User/Search/%00/%FF HTTP/1.1\r\nContent-Length: 0")]
    [InlineData("POST /onefile/api/v2.1/User/Search/%ED%A0%80/1 HTTP/1.1\r\nContent-Length: 0")]
    [InlineData("POST /onefile/api/v2.1/User/Search HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n")]
    [InlineData("POST /twin/clock HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n")]
    [InlineData("POST /twin/edit HTTP/1.1\r\nContent-Length: 99999999999")]
    [InlineData("PUT /picsweb/api/v1/integrations/onefile HTTP/1.1\r\nAuthorization: Bearer BEARER\r\nContent-Length: 99999999999")]
    [InlineData("GET /twin/credentials HTTP/1.1\r\nHost: a:b:c")]
    [InlineData("GET /twin/\u00e9 HTTP/1.1")]
    public async Task A_request_that_is_hardly_HTTP_is_refused_as_well(string head)
    {
        await using var twin = await TestTwin.StartAsync();
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(twin.Server.Address.Host, twin.Server.Address.Port);
        await using var stream = tcp.GetStream();
        string host = head.Contains("Host:", StringComparison.Ordinal) ? "" : "\r\nHost: localhost";
        int headEnd = head.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        string rest = headEnd < 0 ? "" : head[(headEnd + 4)..],
            lines = headEnd < 0 ? head : head[..headEnd];
        await stream.WriteAsync(
            Encoding.Latin1.GetBytes(
                $"{lines.Replace("BEARER", twin.Bearer, StringComparison.Ordinal)}{host}\r\nX-TokenID: {twin.Session}\r\nConnection: close\r\n\r\n{rest}"
            )
        );
        using var reader = new StreamReader(stream, Encoding.Latin1);
        string? answer = await reader.ReadLineAsync();
        Assert.Matches("^HTTP/1.1 [24]", answer);
        await LooksWell(twin);
    }

    private static async Task<HttpStatusCode> Send(TestTwin twin, HttpClient client, HostileRequest hostile)
    {
        using var request = new HttpRequestMessage(new HttpMethod(hostile.Method), new Uri(twin.Server.Address, hostile.PathAndQuery));
        if (hostile.Body.Length > 0)
            request.Content = new ByteArrayContent(hostile.Body);
        if (hostile.ContentType.Length > 0)
            request.Content?.Headers.TryAddWithoutValidation("Content-Type", hostile.ContentType);
        foreach (var (name, value) in hostile.Headers)
            (
                name.StartsWith("Content-", StringComparison.Ordinal) ? request.Content?.Headers : (System.Net.Http.Headers.HttpHeaders)request.Headers
            )?.TryAddWithoutValidation(name, value);

        // Sessions end with the clock and by route; a request that is refused for its session would show nothing.
        if (!request.Headers.Contains("X-TokenID"))
            request.Headers.Add("X-TokenID", twin.Twin.OnefileSessions.Make());
        if (!request.Headers.Contains("Authorization"))
            request.Headers.Add("Authorization", $"Bearer {twin.Twin.PicsWebSessions.Make()}");
        if (!request.Headers.Contains("X-CustomerToken"))
            request.Headers.Add("X-CustomerToken", twin.Twin.Credentials.CustomerToken);
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    // Every route that only reads, and what PICSWeb does by itself, over whatever is left of the world.
    private static async Task LooksWell(TestTwin twin)
    {
        twin.Session = twin.Twin.OnefileSessions.Make();
        twin.Bearer = twin.Twin.PicsWebSessions.Make();
        foreach (string entity in new[] { "User", "Placement", "Organisation", "Classroom", "Standard", "Unit", "LearningAim" })
            Assert.Contains(
                (await twin.Onefile(HttpMethod.Post, $"/{entity}/Search/1/500", new { })).Status,
                new[] { HttpStatusCode.OK, HttpStatusCode.NoContent }
            );
        foreach (string list in new[] { "officers", "organisations", "qualifications", "learners", "integrations/onefile" })
            Assert.Equal(HttpStatusCode.OK, (await twin.PicsWeb(HttpMethod.Get, $"/api/v1/{list}")).Status);
        foreach (
            string path in new[]
            {
                "",
                "/credentials",
                "/switches",
                "/account",
                "/expected",
                "/clock",
                "/calls",
                "/writes",
                "/edits",
                "/faults",
                "/users",
                "/truth",
                "/integration",
                "/learning-aims",
                "/lists/learners.csv",
            }
        )
            Assert.Equal(HttpStatusCode.OK, (await twin.Control(HttpMethod.Get, path)).Status);
        foreach (string path in new[] { "/integration/enable", "/learners/cover", "/learners/enrol", "/sync", "/integration/refresh" })
            Assert.Equal(HttpStatusCode.OK, (await twin.Control(HttpMethod.Post, path)).Status);
    }
}
