using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using PicsOnefile.Sandbox.Faults;
using Xunit;

namespace PicsOnefile.Sandbox.Tests;

public sealed class FaultTests
{
    [Theory]
    [InlineData(FaultKind.TooManyRequests, HttpStatusCode.TooManyRequests)]
    [InlineData(FaultKind.TooManyRequestsBare, HttpStatusCode.TooManyRequests)]
    [InlineData(FaultKind.ServerError, HttpStatusCode.InternalServerError)]
    [InlineData(FaultKind.BadGateway, HttpStatusCode.BadGateway)]
    [InlineData(FaultKind.Unavailable, HttpStatusCode.ServiceUnavailable)]
    [InlineData(FaultKind.SessionEnded, HttpStatusCode.Unauthorized)]
    public async Task A_fault_answers_with_its_status_and_the_write_is_not_done(FaultKind kind, HttpStatusCode status)
    {
        await using var twin = await TestTwin.StartAsync();
        var reply = await Write(twin, new Fault { Kind = kind, RetryAfterSeconds = 7 });
        Assert.Equal(status, reply.Status);
        Assert.Equal(kind == FaultKind.TooManyRequests ? "7" : null, reply.Header("Retry-After"));
        Assert.Empty(twin.Twin.Writes.Writes);
    }

    [Fact]
    public async Task An_ended_bearer_token_is_401_on_the_PICSWeb_side()
    {
        await using var twin = await TestTwin.StartAsync();
        twin.Twin.Faults.Add(
            new Fault
            {
                Kind = FaultKind.BearerEnded,
                Route = "GET /picsweb/*",
                Skip = 1,
                Next = 1,
            }
        );
        Assert.Equal(HttpStatusCode.OK, (await twin.PicsWeb(HttpMethod.Get, "/api/v1/officers")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await twin.PicsWeb(HttpMethod.Get, "/api/v1/officers")).Status);
    }

    [Theory]
    [InlineData(FaultKind.TimeOut, false)]
    [InlineData(FaultKind.CutBefore, false)]
    [InlineData(FaultKind.AnswerLost, true)]
    public async Task A_connection_that_is_cut_leaves_the_write_done_or_not(FaultKind kind, bool done)
    {
        await using var twin = await TestTwin.StartAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => Write(twin, new Fault { Kind = kind, Milliseconds = 1 }));
        Assert.Equal(done, twin.Twin.Writes.Writes.Count > 0);
    }

    [Fact]
    public async Task A_body_is_cut_in_the_middle()
    {
        await using var twin = await TestTwin.StartAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => Read(twin, new Fault { Kind = FaultKind.CutDuring }));
    }

    [Theory]
    [InlineData(FaultKind.CutAfter)]
    [InlineData(FaultKind.SlowDrip)]
    public async Task A_body_arrives_whole_though_the_connection_is_bad(FaultKind kind)
    {
        await using var twin = await TestTwin.StartAsync();
        string right = (await twin.Onefile(HttpMethod.Get, "/Customer")).Text;
        Assert.Equal(right, (await Read(twin, new Fault { Kind = kind, Milliseconds = 0 })).Text);
    }

    [Fact]
    public async Task Half_of_the_JSON_looks_like_a_whole_answer()
    {
        await using var twin = await TestTwin.StartAsync();
        var reply = await Read(twin, new Fault { Kind = FaultKind.HalfJson });
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.ThrowsAny<JsonException>(() => reply.Json);
    }

    [Theory]
    [InlineData(FaultKind.Html, "text/html", "<!DOCTYPE")]
    [InlineData(FaultKind.WrongContentType, "text/html", "{\"ID\":")]
    [InlineData(FaultKind.ErrorBody, "application/json", "{\"code\":")]
    public async Task A_success_may_hold_something_else(FaultKind kind, string contentType, string start)
    {
        await using var twin = await TestTwin.StartAsync();
        var reply = await Read(twin, new Fault { Kind = kind });
        Assert.Equal((HttpStatusCode.OK, contentType), (reply.Status, reply.ContentType));
        Assert.StartsWith(start, reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.PageOverlap, 3, 4)]
    [InlineData(FaultKind.PageRepeat, 0, 4)]
    [InlineData(FaultKind.PageShrink, 4, 3)]
    public async Task A_page_overlaps_repeats_or_shrinks(FaultKind kind, int start, int count)
    {
        await using var twin = await TestTwin.StartAsync();
        twin.Twin.Faults.Add(new Fault { Kind = kind });
        var rows = (await twin.Onefile(HttpMethod.Post, "/Placement/Search/2/4", new { })).Json.AsArray();
        Assert.Equal(twin.World.Placements.Keys.Skip(start).Take(count), rows.Select(row => row!["ID"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData(FaultKind.PageOverlap, 3, 4)]
    [InlineData(FaultKind.PageRepeat, 0, 4)]
    [InlineData(FaultKind.PageShrink, 4, 3)]
    public async Task A_page_of_PICSWeb_overlaps_repeats_or_shrinks_and_the_total_stays(FaultKind kind, int start, int count)
    {
        await using var twin = await TestTwin.StartAsync();
        twin.Twin.Faults.Add(new Fault { Kind = kind, Route = "GET *" });
        var page = (await twin.PicsWeb(HttpMethod.Get, "/api/v1/officers?pageNumber=2&pageSize=4")).Json;
        Assert.Equal(twin.World.Officers.Keys.Skip(start).Take(count), page["results"]!.AsArray().Select(row => row!["id"]!.GetValue<int>()));
        Assert.Equal(twin.World.Officers.Count, page["totalRecordCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task Another_administrator_edits_the_record_of_a_call_and_the_log_says_what_came_first()
    {
        await using var twin = await TestTwin.StartAsync();
        var user = twin.World.Users.Values.First();
        string path = $"/User/{user.Id}",
            telephone = user.Telephone,
            email = user.Email;
        twin.Twin.Faults.Add(new Fault { Kind = FaultKind.OtherEdit, Skip = 1 });
        await twin.Onefile(HttpMethod.Post, path, new { MISID = "F1" });

        await twin.Onefile(HttpMethod.Get, path);
        await twin.Onefile(HttpMethod.Get, path);
        var answer = await twin.Onefile(HttpMethod.Get, path);

        var edits = twin.Twin.Writes.Edits;
        Assert.Equal([2, 3, 4], edits.Select(edit => edit.Number));
        Assert.Equal(1, twin.Twin.Writes.Writes.Single().Number);
        Assert.Equal(
            [("Email", email), ("MISID", "F1"), ("Telephone", telephone)],
            edits.OrderBy(edit => edit.Field).Select(edit => (edit.Field, edit.OldValue))
        );
        Assert.Equal(answer.Json["MISID"]!.GetValue<string>(), edits.Single(edit => edit.Field == "MISID").NewValue);
    }

    [Fact]
    public async Task An_edit_of_PICSWeb_by_another_administrator_crosses_a_write()
    {
        await using var twin = await TestTwin.StartAsync();
        var officer = twin.World.Officers.Values.First();
        int version = officer.Version;
        twin.Twin.Faults.Add(new Fault { Kind = FaultKind.OtherEdit });
        await twin.PicsWeb(HttpMethod.Get, $"/api/v1/officers/{officer.Id}");
        Assert.Equal(version + 1, officer.Version);
    }

    [Fact]
    public void Calls_under_way_at_once_are_struck_alike_in_whatever_order_they_come()
    {
        var calls = Enumerable.Range(0, 200).Select(number => $"GET /onefile/api/v2.1/User/{number % 60}").ToList();
        Assert.Equal(StruckOf(calls), StruckOf(calls.AsEnumerable().Reverse()));

        static IReadOnlyDictionary<string, int> StruckOf(IEnumerable<string> calls)
        {
            var table = new FaultTable(3);
            table.Add(new Fault { Kind = FaultKind.ServerError, Rate = 0.3 });
            return new SortedDictionary<string, int>(calls.Where(call => table.Next(call) is not null).CountBy(call => call).ToDictionary());
        }
    }

    [Fact]
    public async Task An_endless_body_goes_on_until_the_reader_hangs_up()
    {
        await using var twin = await TestTwin.StartAsync();
        twin.Twin.Faults.Add(new Fault { Kind = FaultKind.EndlessBody });
        using var client = new HttpClient();
        using var answer = await client.GetAsync(twin.Server.OnefileAddress + "/Customer", HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        byte[] block = new byte[8 * 1024 * 1024];
        await body.ReadExactlyAsync(block);
        Assert.Equal("[\"a", System.Text.Encoding.ASCII.GetString(block, 0, 3));
        Assert.Equal((byte)'a', block[^1]);
    }

    [Fact]
    public async Task A_bomb_is_small_on_the_wire_and_large_behind_it()
    {
        await using var twin = await TestTwin.StartAsync();
        twin.Twin.Faults.Add(new Fault { Kind = FaultKind.CompressedBomb });
        using var client = new HttpClient();
        byte[] packed = await client.GetByteArrayAsync(twin.Server.OnefileAddress + "/Customer");
        using var unpacked = new System.IO.Compression.GZipStream(new System.IO.MemoryStream(packed), System.IO.Compression.CompressionMode.Decompress);
        byte[] block = new byte[1024 * 1024];
        long length = 0;
        for (int read; (read = await unpacked.ReadAsync(block)) > 0;)
            length += read;
        Assert.True(length > 100L * packed.Length, $"{packed.Length} bytes unpack to {length}.");
    }

    [Fact]
    public async Task Keys_are_doubled_and_numbers_leave_their_range()
    {
        await using var twin = await TestTwin.StartAsync();
        var doubled = await Read(twin, new Fault { Kind = FaultKind.DoubledKeys });
        Assert.StartsWith("{\"ID\":null,\"ID\":", doubled.Text, StringComparison.Ordinal);
        twin.Twin.Faults.Clear();
        var far = await Read(twin, new Fault { Kind = FaultKind.NumbersOutOfRange });
        Assert.StartsWith("{\"ID\":1" + new string('0', 40), far.Text, StringComparison.Ordinal);
        twin.Twin.Faults.Clear();
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(HostileResponses.Deep()));
    }

    [Fact]
    public async Task The_clock_jumps()
    {
        await using var twin = await TestTwin.StartAsync();
        var before = twin.Twin.Clock.GetUtcNow();
        await Read(twin, new Fault { Kind = FaultKind.ClockJump, Milliseconds = 90_000 });
        Assert.Equal(TimeSpan.FromSeconds(90), twin.Twin.Clock.GetUtcNow() - before);
    }

    [Fact]
    public async Task Another_administrator_edits_in_the_middle_of_a_run()
    {
        await using var twin = await TestTwin.StartAsync();
        var user = twin.World.Users.Values.First();
        twin.Twin.BeforeCall = call => user.MisId = call.StartsWith("GET", StringComparison.Ordinal) ? "EDITED" : user.MisId;
        Assert.Equal("EDITED", (await twin.Onefile(HttpMethod.Get, $"/User/{user.Id}")).Json["MISID"]!.GetValue<string>());
    }

    [Fact]
    public void A_fault_strikes_the_next_calls_of_its_route_after_those_it_skips()
    {
        var table = new FaultTable(1);
        table.Add(
            new Fault
            {
                Route = "post */User/*",
                Kind = FaultKind.ServerError,
                Skip = 1,
                Next = 2,
            }
        );
        Assert.Null(table.Next("GET /onefile/api/v2.1/User/1"));
        Assert.Equal(
            [null, FaultKind.ServerError, FaultKind.ServerError, null],
            Enumerable.Range(0, 4).Select(_ => table.Next("POST /onefile/api/v2.1/User/1")?.Kind)
        );
        Assert.Equal(2, table.Struck[FaultKind.ServerError]);
    }

    [Fact]
    public void A_rate_strikes_the_same_calls_for_the_same_seed()
    {
        Assert.Equal(Struck(5), Struck(5));
        Assert.NotEqual(Struck(5), Struck(6));
        Assert.InRange(Struck(5).Count(struck => struck), 250, 350);
    }

    private static List<bool> Struck(int seed)
    {
        var table = new FaultTable(seed);
        table.Add(new Fault { Kind = FaultKind.ServerError, Rate = 0.3 });
        return Enumerable.Range(0, 1_000).Select(_ => table.Next("GET /x") is not null).ToList();
    }

    private static Task<Reply> Write(TestTwin twin, Fault fault)
    {
        twin.Twin.Faults.Add(fault);
        return twin.Onefile(HttpMethod.Post, $"/User/{twin.World.Users.Keys.First()}", new { MISID = "F1" });
    }

    private static Task<Reply> Read(TestTwin twin, Fault fault)
    {
        twin.Twin.Faults.Add(fault);
        return twin.Onefile(HttpMethod.Get, "/Customer");
    }
}
