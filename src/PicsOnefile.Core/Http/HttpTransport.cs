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

/// <summary>Sends one attempt: builds the request, reads the response, returns the outcome. Errors of the other side never throw.</summary>
internal sealed class HttpTransport : IDisposable
{
    // The body of an error is only read for its message, in bytes.
    private const int LongestRefusal = 64 * 1024;

    private readonly RestPipelineOptions _options;
    private readonly SystemErrors _errors;
    private readonly TimeProvider _time;
    private readonly BaseAddress _address;
    private readonly HttpClient _client;

    public HttpTransport(RestPipelineOptions options, SystemErrors errors, TimeProvider time, HttpMessageHandler? handler)
    {
        _options = options;
        _errors = errors;
        _time = time;
        _address = new BaseAddress(options.Address);
        _client = new HttpClient(handler ?? ConnectionSettings.Handler(_address, options), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.ExpectContinue = false;
        _client.DefaultRequestHeaders.Accept.ParseAdd("application/json, */*;q=0.5");
        _client.DefaultRequestHeaders.AcceptEncoding.ParseAdd(BodyReader.ContentEncoding);
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("PicsOnefile.PowerShell");
    }

    /// <summary>Sends a request once and logs status and duration.</summary>
    /// <param name="request">The request.</param>
    /// <param name="credentials">Adds the credentials to the message.</param>
    /// <param name="secrets">The secrets to redact from error messages.</param>
    /// <param name="run">The run.</param>
    /// <returns>The outcome; an error is redacted.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "Handlers of three runtimes throw different types when a connection fails; all are the same to the caller."
    )]
    public async Task<CallOutcome> SendAsync(RestRequest request, Action<HttpRequestMessage> credentials, IReadOnlyCollection<Secret> secrets, RunContext run)
    {
        var began = _time.GetTimestamp();
        using var slow = _time.CreateCancellationTokenSource(_options.Timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(slow.Token, run.Cancellation);
        CallOutcome outcome;
        try
        {
            using var message = Build(request, credentials);
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            outcome =
                response.IsSuccessStatusCode || request.AcceptedStatusCodes.Contains((int)response.StatusCode)
                    ? await ReadResponseAsync(request, response, either.Token).ConfigureAwait(false)
                    : await ReadErrorAsync(request, response, secrets, either.Token).ConfigureAwait(false);
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

        if (outcome.Error is not null)
            outcome = Redacted(outcome, secrets);
        run.CountCall();
        Log(request, outcome, _time.GetElapsedTime(began), run);
        return outcome;
    }

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage Build(RestRequest request, Action<HttpRequestMessage> credentials)
    {
        var message = new HttpRequestMessage(request.Method, _address.Resolve(request.Path));
        foreach (var header in request.Headers)
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);

        // A POST without a body sends Content-Length: 0; some servers return 411 otherwise.
        if (request.Json is not null)
            message.Content = new StringContent(request.Json, Encoding.UTF8, "application/json");
        else if (request.Method != HttpMethod.Get)
            message.Content = new ByteArrayContent([]);

        credentials(message);
        return message;
    }

    private async Task<CallOutcome> ReadResponseAsync(RestRequest request, HttpResponseMessage response, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        var body = await BodyReader.ReadAsync(response, _options.LargestResponse, cancellation).ConfigureAwait(false);
        if (body is null)
        {
            var limit = string.Format(CultureInfo.InvariantCulture, "{0:N0}", _options.LargestResponse);
            return new()
            {
                Status = status,
                Error = ErrorKinds.AnswerTooLarge,
                Description = $"{_errors.Name} answered {request} with more than {limit} bytes",
            };
        }

        if (response.IsSuccessStatusCode && FindError(request, response, body) is { } fault)
            return fault with { Status = status, Retry = RetryMode.WhereIdempotent };

        var tag = response.Headers.TryGetValues("ETag", out var tags) ? string.Concat(tags) : null;
        var isPage = !response.IsSuccessStatusCode && WebPage.IsWebPage(response, body);
        return CallOutcome.Success(
            new RestResponse(status, body, tag) { Page = isPage ? $"{_errors.Name} answered {status} to {request}{WithPage(body)}" : null }
        );
    }

    private CallOutcome? FindError(RestRequest request, HttpResponseMessage response, string body)
    {
        var fault =
            request.ExpectsJson && JsonResponse.FindError(body) is { } unreadable
                ? new(ErrorKinds.AnswerUnreadable, unreadable)
                : request.ErrorInSuccessBody(body) ?? _errors.ErrorInSuccessBody(body);
        if (fault is null)
            return null;

        var kind = Readable.Line(response.Content?.Headers.ContentType?.MediaType ?? "content of no named kind", 80);
        return new()
        {
            Error = fault.Kind,
            MayBeFinal = fault.MayBeFinal,
            Description = $"{_errors.Name} answered {(int)response.StatusCode} to {request}, but {fault.What} ({kind}, {body.Length} characters)",
        };
    }

    private async Task<CallOutcome> ReadErrorAsync(
        RestRequest request,
        HttpResponseMessage response,
        IReadOnlyCollection<Secret> secrets,
        CancellationToken cancellation
    )
    {
        var status = (int)response.StatusCode;
        var what = $"{_errors.Name} answered {status} to {request}";
        var body = await BeginningAsync(response, cancellation).ConfigureAwait(false);
        var isPage = body is not null && WebPage.IsWebPage(response, body);
        if (response.Headers.Location is { } location && status is >= 300 and < 400)
            what += $" and points to {Target(location)}";
        else if (isPage)
            what += WithPage(body!);
        else if (body is not null && _errors.Explain(body) is { } words)
            what += $": {Readable.Line(Redaction.Apply(words, secrets)).TrimEnd('.', ' ')}";

        var asked = RetryAfter.From(response, _time.GetUtcNow());
        if (asked.Unreadable is { } unreadable)
            what += $", with a Retry-After that is not a time ('{unreadable}')";

        return new()
        {
            Status = status,
            Error = _errors.For(status, isPage),
            Description = what,
            IsPage = isPage,
            Retry = RetryRules.For(status),
            Wait = asked.Wait,
        };
    }

    private string WithPage(string body) =>
        $", with {WebPage.Describe(body)}: it may come from something on the way, such as a firewall or a proxy, and not from {_errors.Name}";

    // The content type and the address of a redirect can repeat what was sent, and an exception quotes broken headers. An exception cannot be
    // redacted, so it is left out then.
    private static CallOutcome Redacted(CallOutcome outcome, IReadOnlyCollection<Secret> secrets) =>
        outcome with
        {
            Description = Redaction.Apply(outcome.Description, secrets),
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
            // The status is known; the body was cut off.
            return null;
        }
    }

    // Only the host: the rest may hold a session or a person's name.
    private string Target(Uri location) =>
        location.IsAbsoluteUri ? Readable.Line($"{location.Scheme}://{location.Host}", 200) : $"another path of {_address.Uri.Host}";

    private CallOutcome Slow(RestRequest request, Exception exception) =>
        new()
        {
            Error = ErrorKinds.TimedOut,
            Description = string.Format(
                CultureInfo.InvariantCulture,
                "{0} did not answer {1} within {2:0.#} s",
                _errors.Name,
                request,
                _options.Timeout.TotalSeconds
            ),
            Retry = RetryMode.WhereIdempotent,
            Cause = exception,
        };

    // Only host and port: the address of a proxy may hold a name and a password. Without a proxy, runtimes return the address itself or null.
    private string? ProxyName()
    {
        if (_address.IsLoopback || (_options.Proxy ?? WebRequest.DefaultWebProxy) is not { } proxy || proxy.IsBypassed(_address.Uri))
            return null;
        return proxy.GetProxy(_address.Uri) is { } found && found != _address.Uri ? Readable.Line(found.Authority, 200) : null;
    }

    private CallOutcome Broken(RestRequest request, Exception exception)
    {
        var reason = TransportError.Reason(exception);
        if (exception is InvalidDataException)
        {
            return new()
            {
                Error = ErrorKinds.AnswerUnreadable,
                Description = $"{_errors.Name} answered {request} with a compressed body that is damaged",
                Retry = RetryMode.WhereIdempotent,
                Cause = exception,
            };
        }

        if (TransportError.IsUntrusted(exception))
        {
            return new()
            {
                Error = ErrorKinds.CertificateInvalid,
                Description = $"{_address.Uri.Host} could not prove to be {_errors.Name} when {request} was to be sent: {reason}",
                Cause = exception,
            };
        }

        if (TransportError.TunnelRefusal(exception) is { } status)
        {
            var account = status == (int)HttpStatusCode.ProxyAuthenticationRequired;
            return new()
            {
                Error = account ? ErrorKinds.ProxyRefused : ErrorKinds.HostUnreachable,
                Description =
                    $"The proxy {ProxyName() ?? "of this computer"} did not let {request} through to {_errors.Name} at {_address.Uri.Authority}: it answered "
                        + $"{status}",
                Retry = account ? RetryMode.Never : RetryMode.Always,
                IsUnreached = true,
                Cause = exception,
            };
        }

        var unreached = TransportError.IsConnectError(exception);
        var through = ProxyName() is { } proxy ? $" through the proxy {proxy}" : "";
        return new()
        {
            Error = ErrorKinds.HostUnreachable,
            Description = unreached
                ? $"{_errors.Name} could not be reached at {_address.Uri.Authority}{through} for {request}: {reason}"
                : $"The connection to {_errors.Name} broke during {request}: {reason}",
            Retry = unreached ? RetryMode.Always : RetryMode.WhereIdempotent,
            IsUnreached = unreached,
            Cause = exception,
        };
    }

    private static void Log(RestRequest request, CallOutcome outcome, TimeSpan took, RunContext run)
    {
        var end = outcome.Status?.ToString(CultureInfo.InvariantCulture) ?? outcome.Error?.Id ?? "nothing";
        run.Log.Debug(string.Format(CultureInfo.InvariantCulture, "{0} -> {1} in {2:0} ms", request, end, took.TotalMilliseconds));
    }
}
