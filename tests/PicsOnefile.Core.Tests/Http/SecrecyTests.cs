using System;
using System.Net.Http;
using System.Security.Authentication;
using System.Text;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using Xunit;

namespace PicsOnefile.Core.Tests.Http;

public sealed class SecrecyTests : IDisposable
{
    private const string Session = "session-of-today";
    private readonly TestSystem _system = new() { Session = new TestSession() };

    public void Dispose() => _system.Dispose();

    public static TheoryData<string> FormsOfTheToken =>
        [
            TestSystem.Token,
            TestSystem.Token.ToUpperInvariant(),
            Uri.EscapeDataString(TestSystem.Token),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(TestSystem.Token)),
            Session,
        ];

    [Theory]
    [MemberData(nameof(FormsOfTheToken))]
    public async Task A_secret_that_the_server_repeats_is_blacked_out(string form)
    {
        _system.Server.Then(200, Session).Then(400, $"Bad token {form}, sorry");

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => _system.SendAsync(TestSystem.Get("User/5")));

        Assert.Equal("Onefile answered 400 to GET /User/5: Bad token ***, sorry.", failure.Message);
    }

    [Fact]
    public async Task A_secret_in_the_body_of_a_call_is_blacked_out_of_the_refusal()
    {
        _system.Server.Then(200, Session).Then(400, "swordfish is too short");
        RestRequest request = TestSystem.Post("settings", """{"customerToken":"swordfish"}""") with { Secrets = [Secret.FromText("swordfish")] };

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => _system.SendAsync(request));

        Assert.Equal("Onefile answered 400 to POST /settings: *** is too short.", failure.Message);
    }

    // A password that looks different in every encoding, and ends in what JSON escapes.
    private const string Awkward = "p&s <w>\"+/ü\"";

    public static TheoryData<string> FormsOfThePassword =>
        [
            Awkward,
            "p%26s%20%3Cw%3E%22%2B%2F%C3%BC%22",
            "p%26s+%3cw%3e%22%2b%2f%c3%bc%22",
            "p&amp;s &lt;w&gt;&quot;+/ü&quot;",
            "p&amp;s &lt;w&gt;&quot;+/&#252;&quot;",
            @"p&s <w>\""+/ü\""",
            @"p&s <w>\""+\/ü\""",
            @"p&s <w>\""+/\u00fc\""",
            @"p\u0026s \u003Cw\u003E\u0022\u002B/\u00FC\u0022",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(Awkward)),
            Convert.ToBase64String(Encoding.Unicode.GetBytes(Awkward)),
            "p&amp;s &lt;w&gt;&quot;&#x2B;/&#xFC;&quot;",
            Convert.ToHexString(Encoding.UTF8.GetBytes(Awkward)),
            Convert.ToHexStringLower(Encoding.Unicode.GetBytes(Awkward)),
            BitConverter.ToString(Encoding.UTF8.GetBytes(Awkward)),
        ];

    public static TheoryData<string, string> Neighbours =>
        new()
        {
            { "", "" },
            { "a", "z" },
            { "ab", "zz" },
            { "abc", "" },
            { "user:", ":x" },
        };

    [Theory]
    [MemberData(nameof(Neighbours))]
    public async Task A_password_in_the_middle_of_something_in_base64_is_blacked_out(string before, string after)
    {
        string form = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + Awkward + after));
        _system.Server.Then(200, Session).Then(400, $"Not [{form}], sorry");
        RestRequest request = TestSystem.Post("settings") with { Secrets = [Secret.FromText(Awkward)] };

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => _system.SendAsync(request));

        // What is left are the neighbours, and the letters that they share with the secret's first and last byte.
        Assert.Matches(@"Not \[[A-Za-z0-9]{0,8}\*\*\*[A-Za-z0-9=]{0,8}\], sorry", failure.Message);
    }

    [Fact]
    public void What_the_end_of_a_long_message_leaves_of_a_secret_is_blacked_out_too()
    {
        string cut = new string('x', Readable.LongestField - 10) + TestSystem.Token;
        Assert.Equal(
            new string('x', Readable.LongestField - 10) + "***…",
            Redaction.Apply(Readable.Line(cut, Readable.LongestField), [Secret.FromText(TestSystem.Token)])
        );
    }

    [Fact]
    public async Task Broken_headers_that_repeat_the_token_are_not_told()
    {
        var broken = new HttpRequestException(
            "An error occurred while sending the request.",
            new HttpRequestException($"Received an invalid header line: '{TestSystem.Token}'.")
        );
        _system.Server.Then(200, Session);
        for (int attempt = 0; attempt < new RestPipelineOptions { Address = new Uri("https://onefile.example/") }.Attempts; attempt++)
            _system.Server.Then(_ => throw broken);

        PicsOnefileException failure = await _system.FailAsync(TestSystem.Post("User/5"));

        Assert.Contains("Received an invalid header line: '***'", failure.Message);
        Assert.DoesNotContain(TestSystem.Token, failure.ToString());
    }

    [Fact]
    public async Task A_redirect_to_a_host_that_is_named_like_the_token_does_not_tell_it()
    {
        _system.Server.Then(200, Session).Then(302, "", ("Location", $"https://{Session}.example/"));

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => _system.SendAsync(TestSystem.Get("User/5")));

        Assert.Equal("Onefile answered 302 to GET /User/5 and points to https://***.example.", failure.Message);
    }

    [Theory]
    [MemberData(nameof(FormsOfThePassword))]
    public async Task A_password_that_the_server_repeats_is_blacked_out_in_every_encoding(string form)
    {
        _system.Server.Then(200, Session).Then(400, $"Not [{form}], sorry");
        RestRequest request = TestSystem.Post("settings") with { Secrets = [Secret.FromText(Awkward)] };

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => _system.SendAsync(request));

        Assert.Equal("Onefile answered 400 to POST /settings: Not [***], sorry.", failure.Message);
    }

    [Fact]
    public async Task Nothing_that_a_run_tells_holds_token_session_or_body()
    {
        _system.Server.Then(200, Session).Then(503).Then(401).Then(200, Session).Then(200, "an answer's body");

        await _system.Elapse(_system.SendAsync(TestSystem.Post("User/5", """{"Email":"body"}""")));

        string told = string.Join('\n', _system.Log.Everything);
        Assert.DoesNotContain(TestSystem.Token, told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Session, told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("body", told, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Debug_shows_method_path_status_and_duration()
    {
        _system
            .Server.Then(200, Session)
            .Then(_ =>
            {
                _system.Pass(TimeSpan.FromMilliseconds(34));
                return ScriptedServer.Answer(200);
            });

        await _system.SendAsync(TestSystem.Post("/User/Search/1/100"));

        Assert.Equal(["POST /Authentication -> 200 in 0 ms", "POST /User/Search/1/100 -> 200 in 34 ms"], _system.Log.DebugLines);
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_refused_and_carries_no_token()
    {
        _system.Server.Then(200, Session).Then(302, "", ("Location", $"https://elsewhere.example/?token={Session}"));

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => _system.SendAsync(TestSystem.Get("User/5")));

        Assert.Equal(ErrorKinds.RedirectRefused, failure.Kind);
        Assert.Equal("Onefile answered 302 to GET /User/5 and points to https://elsewhere.example.", failure.Message);
        Assert.All(_system.Server.Requests, request => Assert.Equal("onefile.example", request.Address.Host));
    }

    [Fact]
    public async Task A_certificate_that_does_not_verify_is_an_error_of_its_own_and_not_tried_again()
    {
        _system.Server.ThenThrow(() => new HttpRequestException("", new AuthenticationException("The remote certificate is invalid.")));

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => _system.SendAsync(TestSystem.Get("User/5")));

        Assert.Equal(ErrorKinds.CertificateInvalid, failure.Kind);
        Assert.Single(_system.Server.Requests);
    }

    [Fact]
    public async Task Terminal_sequences_in_a_servers_words_never_reach_the_console()
    {
        _system.Server.Then(200, Session).Then(400, "\u001b]0;owned\u0007 \u202egnp.exe " + new string('x', 2000));

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => _system.SendAsync(TestSystem.Get("User/5")));

        Assert.DoesNotContain(failure.Message, character => char.IsControl(character) || character == '\u202e');
        Assert.InRange(failure.Message.Length, 300, 400);
    }

    [Fact]
    public void Printing_a_secret_a_request_or_an_answer_shows_nothing_of_it()
    {
        string[] printed = [$"{Secret.FromText("swordfish")}", $"{TestSystem.Post("User", "swordfish")}", $"{new RestResponse(200, "swordfish", null)}"];

        Assert.DoesNotContain(printed, text => text.Contains("swordfish", StringComparison.Ordinal));
    }

    [Fact]
    public void A_secret_is_revealed_as_it_was_given()
    {
        Assert.Equal("pässwörd/✓", Secret.FromText("pässwörd/✓").Reveal());
    }
}
