using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Http;

/// <summary>What only the real handler does: over sockets on the loopback address.</summary>
public sealed class WireTests : IDisposable
{
    private readonly LoopbackServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task An_answer_that_is_given_up_while_it_is_unpacked_ends_the_call_and_not_the_process()
    {
        // The handler's own unpacking, closed from another thread, read native memory that was gone: the process ended with a segmentation fault.
        byte[] body = LoopbackServer.Gzip(60_000_000);
        for (int round = 0; round < 50; round++)
        {
            using var stop = new CancellationTokenSource();
            using var arriving = new GivenUpStream(body, stop);
            using var response = new HttpResponseMessage { Content = new StreamContent(arriving) };
            response.Content.Headers.ContentEncoding.Add("gzip");

            await Assert.ThrowsAnyAsync<Exception>(() => BodyReader.ReadAsync(response, 64_000_000, stop.Token));

            Assert.True(arriving.IsClosed);
        }
    }

    [Fact]
    public async Task It_says_how_an_answer_may_be_packed()
    {
        _server.Then("200 OK\nContent-Length: 2", "{}"u8.ToArray());

        await SendAsync(_server.Address);

        Assert.Contains("Accept-Encoding: gzip", Assert.Single(_server.Requests), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        using var elsewhere = new LoopbackServer();
        _server.Then($"302 Found\nLocation: {elsewhere.Address}\nContent-Length: 0");

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => SendAsync(_server.Address));

        Assert.Equal(ErrorKinds.RedirectRefused, failure.Kind);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_compressed_answer_is_unpacked()
    {
        byte[] body = LoopbackServer.Gzip(1000);
        _server.Then($"200 OK\nContent-Encoding: gzip\nContent-Length: {body.Length}", body);

        RestResponse answer = await SendAsync(_server.Address);

        Assert.Equal(new string('\0', 1000), answer.Body);
    }

    [Fact]
    public async Task A_small_body_that_unpacks_to_more_than_allowed_is_refused()
    {
        byte[] body = LoopbackServer.Gzip(1_000_001);
        _server.Then($"200 OK\nContent-Encoding: gzip\nContent-Length: {body.Length}", body);

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => SendAsync(_server.Address));

        Assert.Equal(ErrorKinds.AnswerTooLarge, failure.Kind);
        Assert.Equal("The server answered GET /User/5 with more than 1,000,000 bytes.", failure.Message);
    }

    [Fact]
    public async Task A_body_of_exactly_the_allowed_size_is_read()
    {
        byte[] body = LoopbackServer.Gzip(1_000_000);
        _server.Then($"200 OK\nContent-Encoding: gzip\nContent-Length: {body.Length}", body);

        Assert.Equal(1_000_000, (await SendAsync(_server.Address)).Body.Length);
    }

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_not_even_read()
    {
        _server.Then("200 OK\nContent-Length: 2147483648");

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => SendAsync(_server.Address));

        Assert.Equal(ErrorKinds.AnswerTooLarge, failure.Kind);
    }

    [Fact]
    public async Task An_answer_cut_off_on_the_way_is_asked_for_again()
    {
        _server.Then("200 OK\nContent-Length: 100", "[1,2"u8.ToArray());
        _server.Then("200 OK\nContent-Length: 5", "[1,2]"u8.ToArray());

        RestResponse answer = await SendAsync(_server.Address);

        Assert.Equal("[1,2]", answer.Body);
    }

    [Fact]
    public async Task A_damaged_compressed_body_is_unreadable()
    {
        for (int attempt = 0; attempt < 6; attempt++)
            _server.Then("200 OK\nContent-Encoding: gzip\nContent-Length: 8", "not gzip"u8.ToArray());

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => SendAsync(_server.Address));

        Assert.Equal(ErrorKinds.AnswerUnreadable, failure.Kind);
    }

    [Theory]
    [InlineData("iso-8859-1", "Änne")]
    [InlineData("utf-8", "Änne Łukasz")]
    [InlineData("utf-16", "Änne Łukasz")]
    public async Task Names_are_read_in_the_character_set_of_the_answer(string charset, string name)
    {
        byte[] body = Encoding.GetEncoding(charset).GetBytes(name);
        _server.Then($"200 OK\nContent-Type: text/plain; charset=\"{charset}\"\nContent-Length: {body.Length}", body);

        Assert.Equal(name, (await SendAsync(_server.Address)).Body);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_told_as_unreachable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => SendAsync(new Uri($"http://127.0.0.1:{port}")));

        Assert.Equal(ErrorKinds.HostUnreachable, failure.Kind);
        Assert.StartsWith($"The server could not be reached at 127.0.0.1:{port} for GET /User/5: ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("(3 attempts).", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_before_anything_is_sent()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var server = new LoopbackServer(certificate);
        server.Then("200 OK\nContent-Length: 0");

        PicsOnefileException failure = await Assert.ThrowsAsync<PicsOnefileException>(() => SendAsync(server.Address));

        Assert.Equal(ErrorKinds.CertificateInvalid, failure.Kind);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_POST_without_a_body_says_that_its_length_is_zero()
    {
        _server.Then("200 OK\nContent-Length: 0");

        await SendAsync(_server.Address, HttpMethod.Post);

        Assert.Contains("Content-Length: 0", Assert.Single(_server.Requests), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The network's stream of an answer that somebody gives up as soon as its beginning is there.</summary>
    private sealed class GivenUpStream(byte[] bytes, CancellationTokenSource stop) : MemoryStream(bytes)
    {
        private Task? _givingUp;

        public bool IsClosed { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            // Somewhere while it is unpacked, and on a busy machine at the latest before the last piece.
            if (_givingUp is null)
                _givingUp = Task.Run(stop.Cancel, CancellationToken.None);
            else if (Length - Position <= buffer.Length)
                await _givingUp;
            return await base.ReadAsync(buffer, CancellationToken.None);
        }

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }

    private static async Task<RestResponse> SendAsync(Uri address, HttpMethod? method = null)
    {
        var options = new RestPipelineOptions
        {
            Address = address,
            FirstDelay = TimeSpan.FromMilliseconds(1),
            LargestResponse = 1_000_000,
        };
        using var pipeline = new RestPipeline(options, TestSystem.Table with { Name = "The server" });
        return await pipeline.SendAsync(new RestRequest(method ?? HttpMethod.Get, "User/5"), RunContext.Silent);
    }
}
