using System;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using PicsOnefile.Sandbox.Wire;

namespace PicsOnefile.Sandbox.Faults;

/// <summary>How a fault disturbs a page of a search.</summary>
public enum PageDisturbance
{
    None,
    Overlap,
    Repeat,
    Shrink,
}

/// <summary>The disturbance that a call's fault asks of its page.</summary>
public static class PageFault
{
    private const string Item = "page disturbance";

    public static PageDisturbance For(HttpContext context) =>
        context.Items.TryGetValue(Item, out var value) && value is PageDisturbance disturbance ? disturbance : PageDisturbance.None;

    public static void Set(HttpContext context, PageDisturbance disturbance) => context.Items[Item] = disturbance;
}

/// <summary>Comes before both systems and spoils the calls that the fault table names.</summary>
public sealed class FaultInjection(Twin twin)
{
    private const string Page = "<!DOCTYPE html><html><head><title>Service interruption</title></head><body><h1>We'll be back soon</h1></body></html>";
    private const string HtmlType = "text/html; charset=utf-8";

    private readonly OtherAdministrator _other = new(twin);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var fault = twin.Faults.Next($"{context.Request.Method} {context.Request.Path}");
        switch (fault?.Kind)
        {
            case null:
                await next(context);
                break;
            case FaultKind.TooManyRequests:
                context.Response.Headers.RetryAfter = fault.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
                await Answer(context, StatusCodes.Status429TooManyRequests, "Too many requests");
                break;
            case FaultKind.TooManyRequestsBare:
                await Answer(context, StatusCodes.Status429TooManyRequests, "Too many requests");
                break;
            case FaultKind.ServerError:
                await Answer(context, StatusCodes.Status500InternalServerError, "An error has occurred.");
                break;
            case FaultKind.BadGateway:
                await Answer(context, StatusCodes.Status502BadGateway, Page, HtmlType);
                break;
            case FaultKind.Unavailable:
                await Answer(context, StatusCodes.Status503ServiceUnavailable, "Service unavailable");
                break;
            case FaultKind.Html:
                await Answer(context, StatusCodes.Status200OK, Page, HtmlType);
                break;
            case FaultKind.ErrorBody:
                await Answer(context, StatusCodes.Status200OK, "{\"code\":-1,\"message\":\"An error has occurred.\"}", WireResponse.JsonType);
                break;
            case FaultKind.Echo:
                await Answer(context, fault.Status, await EchoedRequest.ReadAsync(context.Request, fault.Spelling), WireResponse.JsonType);
                break;
            case FaultKind.EndlessBody:
                await HostileResponses.EndlessAsync(context);
                break;
            case FaultKind.CompressedBomb:
                await HostileResponses.BombAsync(context);
                break;
            case FaultKind.DeepJson:
                await Answer(context, StatusCodes.Status200OK, HostileResponses.Deep(), WireResponse.JsonType);
                break;
            case FaultKind.TimeOut:
                await Hold(fault.Milliseconds, context.RequestAborted);
                context.Abort();
                break;
            case FaultKind.CutBefore:
                context.Abort();
                break;
            case FaultKind.SessionEnded:
                twin.OnefileSessions.EndAll();
                await next(context);
                break;
            case FaultKind.BearerEnded:
                twin.PicsWebSessions.EndAll();
                await next(context);
                break;
            case FaultKind.ClockJump:
                twin.Clock.Advance(TimeSpan.FromMilliseconds(fault.Milliseconds));
                await next(context);
                break;
            case FaultKind.OtherEdit:
                _other.Edit(context.Request.Path.Value ?? "");
                await next(context);
                break;
            case FaultKind.PageOverlap or FaultKind.PageRepeat or FaultKind.PageShrink:
                PageFault.Set(
                    context,
                    fault.Kind switch
                    {
                        FaultKind.PageOverlap => PageDisturbance.Overlap,
                        FaultKind.PageRepeat => PageDisturbance.Repeat,
                        _ => PageDisturbance.Shrink,
                    }
                );
                await next(context);
                break;
            default:
                await Spoil(context, next, fault);
                break;
        }
    }

    /// <summary>Lets the work be done, keeps the response back, and sends it spoilt.</summary>
    private static async Task Spoil(HttpContext context, RequestDelegate next, Fault fault)
    {
        var wire = context.Response.Body;
        using var kept = new MemoryStream();
        context.Response.Body = kept;
        await next(context);
        context.Response.Body = wire;
        var body = kept.ToArray();
        switch (fault.Kind)
        {
            case FaultKind.AnswerLost:
                context.Abort();
                break;
            case FaultKind.CutDuring when body.Length == 0:
                context.Abort();
                break;
            case FaultKind.CutDuring:
                // The server closes a connection by itself when a body falls short of its length; an abort would take back what was sent.
                await Send(context, body, sent: body.Length / 2);
                break;
            case FaultKind.CutAfter:
                context.Response.Headers.Connection = "close";
                await Send(context, body, sent: body.Length);
                break;
            case FaultKind.HalfJson:
                await Send(context, body[..(body.Length / 2)], sent: body.Length / 2);
                break;
            case FaultKind.DoubledKeys:
                await SendWhole(context, HostileResponses.Doubled(body));
                break;
            case FaultKind.NumbersOutOfRange:
                await SendWhole(context, HostileResponses.OutOfRange(body));
                break;
            case FaultKind.WrongContentType:
                if (body.Length > 0)
                    context.Response.ContentType = HtmlType;
                await Send(context, body, sent: body.Length);
                break;
            default:
                await Drip(context, body, fault.Milliseconds);
                break;
        }
    }

    private static Task SendWhole(HttpContext context, byte[] body) => Send(context, body, body.Length);

    private static async Task Send(HttpContext context, byte[] body, int sent)
    {
        // A status without a body may not carry a length; the connection is all that can be cut there.
        if (context.Response.StatusCode != StatusCodes.Status204NoContent)
            context.Response.ContentLength = body.Length;
        if (sent > 0)
            await context.Response.Body.WriteAsync(body.AsMemory(0, sent), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static async Task Drip(HttpContext context, byte[] body, int milliseconds)
    {
        foreach (var one in body)
        {
            await context.Response.Body.WriteAsync(new[] { one }, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(milliseconds, context.RequestAborted);
        }
    }

    private static async Task Hold(int milliseconds, CancellationToken aborted)
    {
        try
        {
            await Task.Delay(milliseconds, aborted);
        }
        catch (OperationCanceledException)
        {
            // The client gave up first, which is what a time-out is for.
        }
    }

    private static Task Answer(HttpContext context, int status, string body, string contentType = WireResponse.TextType) =>
        new WireResponse(status, body, contentType).WriteAsync(context.Response);
}
