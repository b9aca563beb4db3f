using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Errors;
using PicsOnefile.Runs;

namespace PicsOnefile.Http;

/// <summary>One attempt on the wire: builds the request, reads the answer, says how it ended. It never throws for what the other side does.</summary>
internal sealed class HttpTransport : IDisposable
{
    // The body of a failure is only read for its message, in bytes.
    private const int LongestRefusal = 64 * 1024;

    private readonly RestPipelineOptions _options;
    private readonly SystemErrors _failures;
    private readonly TimeProvider _time;
    private readonly BaseAddress _address;
    private readonly HttpClient _client;

    public HttpTransport(RestPipelineOptions options, SystemErrors failures, TimeProvider time, HttpMessageHandler? handler)
    {
        _options = options;
        _failures = failures;
        _time = time;
        _address = new BaseAddress(options.Address);
        _client = new HttpClient(handler ?? ConnectionSettings.Handler(_address, options), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.ExpectContinue = false;
        _client.DefaultRequestHeaders.Accept.ParseAdd("application/json, */*;q=0.5");
        _client.DefaultRequestHeaders.AcceptEncoding.ParseAdd(BodyReader.Packing);
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("PicsOnefile.PowerShell");
    }

    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "Handlers of three runtimes throw different types when a connection fails; all are the same to the caller."
    )]
    public async Task<CallOutcome> SendAsync(RestRequest request, Action<HttpRequestMessage> credentials, IReadOnlyCollection<Secret> secrets, RunContext run)
    {
        long began = _time.GetTimestamp();
        using CancellationTokenSource slow = _time.CreateCancellationTokenSource(_options.Timeout);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(slow.Token, run.Cancellation);
        CallOutcome outcome;
        try
        {
            using HttpRequestMessage message = Build(request, credentials);
            using HttpResponseMessage response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            outcome =
                response.IsSuccessStatusCode || request.Answers.Contains((int)response.StatusCode)
                    ? await ReadAnswerAsync(request, response, either.Token).ConfigureAwait(false)
                    : await ReadRefusalAsync(request, response, secrets, either.Token).ConfigureAwait(false);
        }
        catch (PicsOnefileException)
        {
            throw;
        }
        catch (Exception) when (run.Cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(run.Cancellation);
        }
        catch (Exception exception)
        {
            outcome = slow.IsCancellationRequested ? Slow(request, exception) : Broken(request, exception);
        }

        if (outcome.Failure is not null)
            outcome = Blacked(outcome, secrets);
        run.CountCall();
        Tell(request, outcome, _time.GetElapsedTime(began), run);
        return outcome;
    }

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Build(RestRequest request, Action<HttpRequestMessage> credentials)
    {
        var message = new HttpRequestMessage(request.Method, _address.Resolve(request.Path));
        foreach (KeyValuePair<string, string> header in request.Headers)
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);

        // A POST without a body says so with Content-Length: 0; some servers answer 411 otherwise.
        if (request.Json is not null)
            message.Content = new StringContent(request.Json, Encoding.UTF8, "application/json");
        else if (request.Method != HttpMethod.Get)
            message.Content = new ByteArrayContent([]);

        credentials(message);
        return message;
    }

    private async Task<CallOutcome> ReadAnswerAsync(RestRequest request, HttpResponseMessage response, CancellationToken cancellation)
    {
        int status = (int)response.StatusCode;
        string? body = await BodyReader.ReadAsync(response, _options.LargestAnswer, cancellation).ConfigureAwait(false);
        if (body is null)
        {
            string limit = string.Format(CultureInfo.InvariantCulture, "{0:N0}", _options.LargestAnswer);
            return new()
            {
                Status = status,
                Failure = ErrorKinds.AnswerTooLarge,
                What = $"{_failures.Name} answered {request} with more than {limit} bytes",
            };
        }

        if (response.IsSuccessStatusCode && FaultIn(request, response, body) is { } fault)
            return fault with { Status = status, Repeat = Repeat.WhereRepeatable };

        string? tag = response.Headers.TryGetValues("ETag", out IEnumerable<string>? tags) ? string.Concat(tags) : null;
        bool isPage = !response.IsSuccessStatusCode && WebPage.Is(response, body);
        return CallOutcome.Success(
            new RestResponse(status, body, tag) { Page = isPage ? $"{_failures.Name} answered {status} to {request}{WithPage(body)}" : null }
        );
    }

    private CallOutcome? FaultIn(RestRequest request, HttpResponseMessage response, string body)
    {
        DisguisedFault? fault =
            request.ExpectsJson && JsonAnswer.Fault(body) is { } unreadable
                ? new(ErrorKinds.AnswerUnreadable, unreadable)
                : request.FaultInSuccess(body) ?? _failures.FaultInSuccess(body);
        if (fault is null)
            return null;

        string kind = Readable.Line(response.Content?.Headers.ContentType?.MediaType ?? "content of no named kind", 80);
        return new()
        {
            Failure = fault.Kind,
            MayBeFinal = fault.MayBeFinal,
            What = $"{_failures.Name} answered {(int)response.StatusCode} to {request}, but {fault.What} ({kind}, {body.Length} characters)",
        };
    }

    private async Task<CallOutcome> ReadRefusalAsync(
        RestRequest request,
        HttpResponseMessage response,
        IReadOnlyCollection<Secret> secrets,
        CancellationToken cancellation
    )
    {
        int status = (int)response.StatusCode;
        string what = $"{_failures.Name} answered {status} to {request}";
        string? body = await BeginningAsync(response, cancellation).ConfigureAwait(false);
        bool isPage = body is not null && WebPage.Is(response, body);
        if (response.Headers.Location is { } location && status is >= 300 and < 400)
            what += $" and points to {Target(location)}";
        else if (isPage)
            what += WithPage(body!);
        else if (body is not null && _failures.Explain(body) is { } words)
            what += $": {Readable.Line(Redaction.Apply(words, secrets)).TrimEnd('.', ' ')}";

        RetryAfter asked = RetryAfter.Of(response, _time.GetUtcNow());
        if (asked.Unreadable is { } unreadable)
            what += $", with a Retry-After that is no time ('{unreadable}')";

        return new()
        {
            Status = status,
            Failure = _failures.Of(status, isPage),
            What = what,
            IsPage = isPage,
            Repeat = RetryRules.Of(status),
            Wait = asked.Wait,
        };
    }

    private string WithPage(string body) =>
        $", with {WebPage.Describe(body)}: it may come from something on the way, such as a firewall or a proxy, and not from {_failures.Name}";

    // Not only the body can repeat what was sent: the content type and the address of a redirect can, and an exception quotes headers that are broken. It
    // cannot be blacked out itself, and is left out then.
    private static CallOutcome Blacked(CallOutcome outcome, IReadOnlyCollection<Secret> secrets) =>
        outcome with
        {
            What = Redaction.Apply(outcome.What, secrets),
            Cause = outcome.Cause is { } cause && !Redaction.Finds($"{cause}", secrets) ? cause : null,
        };

    private static async Task<string?> BeginningAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            return await BodyReader.ReadBeginningAsync(response, LongestRefusal, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is IOException or HttpRequestException or WebException or ObjectDisposedException or OperationCanceledException
                && !cancellation.IsCancellationRequested
            )
        {
            // The status is known; what came with it was cut off.
            return null;
        }
    }

    // Host only: what follows may carry a session or a person's name.
    private string Target(Uri location) =>
        location.IsAbsoluteUri ? Readable.Line($"{location.Scheme}://{location.Host}", 200) : $"another path of {_address.Uri.Host}";

    private CallOutcome Slow(RestRequest request, Exception exception) =>
        new()
        {
            Failure = ErrorKinds.TimedOut,
            What = string.Format(
                CultureInfo.InvariantCulture,
                "{0} did not answer {1} within {2:0.#} s",
                _failures.Name,
                request,
                _options.Timeout.TotalSeconds
            ),
            Repeat = Repeat.WhereRepeatable,
            Cause = exception,
        };

    // Host and port only: an address of a proxy may carry a name and a password. Runtimes answer the address itself, or nothing, where no proxy stands before
    // it.
    private string? ProxyName()
    {
        if (_address.IsLoopback || (_options.Proxy ?? WebRequest.DefaultWebProxy) is not { } proxy || proxy.IsBypassed(_address.Uri))
            return null;
        return proxy.GetProxy(_address.Uri) is { } found && found != _address.Uri ? Readable.Line(found.Authority, 200) : null;
    }

    private CallOutcome Broken(RestRequest request, Exception exception)
    {
        string reason = TransportError.Reason(exception);
        if (exception is InvalidDataException)
        {
            return new()
            {
                Failure = ErrorKinds.AnswerUnreadable,
                What = $"{_failures.Name} answered {request} with a compressed body that is damaged",
                Repeat = Repeat.WhereRepeatable,
                Cause = exception,
            };
        }

        if (TransportError.IsUntrusted(exception))
        {
            return new()
            {
                Failure = ErrorKinds.CertificateInvalid,
                What = $"{_address.Uri.Host} could not prove to be {_failures.Name} when {request} was to be sent: {reason}",
                Cause = exception,
            };
        }

        if (TransportError.TunnelRefusal(exception) is { } status)
        {
            bool account = status == (int)HttpStatusCode.ProxyAuthenticationRequired;
            return new()
            {
                Failure = account ? ErrorKinds.ProxyRefused : ErrorKinds.HostUnreachable,
                What =
                    $"The proxy {ProxyName() ?? "of this computer"} let {request} not through to {_failures.Name} at {_address.Uri.Authority}: it answered "
                        + $"{status}",
                Repeat = account ? Repeat.Never : Repeat.Always,
                Unreached = true,
                Cause = exception,
            };
        }

        bool unreached = TransportError.IsBeforeSending(exception);
        string through = ProxyName() is { } proxy ? $" through the proxy {proxy}" : "";
        return new()
        {
            Failure = ErrorKinds.HostUnreachable,
            What = unreached
                ? $"{_failures.Name} could not be reached at {_address.Uri.Authority}{through} for {request}: {reason}"
                : $"The connection to {_failures.Name} broke during {request}: {reason}",
            Repeat = unreached ? Repeat.Always : Repeat.WhereRepeatable,
            Unreached = unreached,
            Cause = exception,
        };
    }

    private static void Tell(RestRequest request, CallOutcome outcome, TimeSpan took, RunContext run)
    {
        string end = outcome.Status?.ToString(CultureInfo.InvariantCulture) ?? outcome.Failure?.Id ?? "nothing";
        run.Log.Debug(string.Format(CultureInfo.InvariantCulture, "{0} -> {1} in {2:0} ms", request, end, took.TotalMilliseconds));
    }
}
