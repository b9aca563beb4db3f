using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PicsOnefile.Sandbox.Control;
using PicsOnefile.Sandbox.Faults;
using PicsOnefile.Sandbox.Onefile;
using PicsOnefile.Sandbox.PicsWeb;
using PicsOnefile.Sandbox.Switches;
using PicsOnefile.Sandbox.Wire;

namespace PicsOnefile.Sandbox;

/// <summary>A twin on the loopback address. Several can run in one process; each has its own world, clock and port.</summary>
public sealed class TwinServer : IAsyncDisposable
{
    // A twin has no settings of its own to watch for; a system allows few watchers, and dozens of twins run side by side.
    private static readonly string[] NoWatching = ["--hostBuilder:reloadConfigOnChange=false"];

    private readonly WebApplication _application;

    private TwinServer(WebApplication application, Twin twin)
    {
        (_application, Twin) = (application, twin);
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Address = new Uri(address.TrimEnd('/') + "/");
    }

    public Twin Twin { get; }

    /// <summary>The address of the server, ending with a slash; the control routes are under <c>twin</c>.</summary>
    public Uri Address { get; }

    /// <summary>The base address of the Onefile side, as the vendor gives it for an environment.</summary>
    public Uri OnefileAddress => new(Address, OnefileRoutes.Prefix.TrimStart('/'));

    /// <summary>The PICSWeb address: the API map's routes follow it.</summary>
    public Uri PicsWebAddress => new(Address, PicsWebRoutes.Tenant.TrimStart('/'));

    /// <summary>Starts a twin.</summary>
    /// <exception cref="FormatException">An option is wrong; the message says what there is.</exception>
    public static async Task<TwinServer> StartAsync(TwinOptions? options = null, CancellationToken cancellation = default)
    {
        var twin = new Twin(options ?? new TwinOptions());
        var builder = WebApplication.CreateSlimBuilder(NoWatching);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, twin.Options.Port));
        var application = builder.Build();
        var faults = new FaultInjection(twin);
        application.Use(next => context => IsControl(context) ? next(context) : Counted(twin, context, counted => Before(twin, counted, faults, next)));
        application.UseRouting();
        MapOnefile(application, twin);
        MapPicsWeb(application, twin);
        ControlRoutes.Map(application, twin);
        await application.StartAsync(cancellation);
        return new TwinServer(application, twin);
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private static bool IsControl(HttpContext context) => context.Request.Path.StartsWithSegments(ControlRoutes.Prefix, StringComparison.OrdinalIgnoreCase);

    private static Task Before(Twin twin, HttpContext context, FaultInjection faults, RequestDelegate next)
    {
        twin.BeforeCall?.Invoke($"{context.Request.Method} {context.Request.Path}");
        return faults.InvokeAsync(context, next);
    }

    private static async Task Counted(Twin twin, HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away, so there is no response.
        }
        finally
        {
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(unknown)";
            twin.Calls.Add($"{context.Request.Method} {route}", context.RequestAborted.IsCancellationRequested ? 0 : context.Response.StatusCode);
            twin.AfterCall?.Invoke($"{context.Request.Method} {context.Request.Path}");
        }
    }

    private static void MapOnefile(WebApplication application, Twin twin)
    {
        foreach (var route in OnefileRoutes.All)
        {
            application.MapMethods(OnefileRoutes.Prefix + route.Path, [route.Method], async context =>
                await OnefileErrors.InForm(await AnswerOnefile(twin, route, context), twin.Options.Switches.ErrorBodies).WriteAsync(context.Response)
            );
        }
    }

    private static async Task<WireResponse> AnswerOnefile(Twin twin, OnefileRoute route, HttpContext context)
    {
        var counts = route.NeedsSession || twin.Options.Switches.AuthenticationCounts;
        if (counts && !twin.Limit.TryTake(out var wait))
        {
            if (twin.Options.Switches.RetryAfter)
                context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return WireResponse.Text(StatusCodes.Status429TooManyRequests, "Too many requests");
        }

        if (route.NeedsSession && !twin.OnefileSessions.IsOpen(context.Request.Headers["X-TokenID"].ToString().Trim()))
            return OnefileErrors.Unauthorised;
        try
        {
            // Clients send a form's content type on a GET, with a body that means nothing or with none.
            var body = HttpMethods.IsGet(route.Method) || !route.ReadsBody ? WireBody.Empty : await WireBody.ReadAsync(context.Request);
            lock (twin.World.Gate)
                return route.Handle(new OnefileCall(twin, context, body));
        }
        catch (UnreadableBodyException error)
        {
            return OnefileErrors.BadBody(error);
        }
    }

    private static void MapPicsWeb(WebApplication application, Twin twin)
    {
        var routes = PicsWebRoutes.For(twin.Options);
        var prefix = twin.Options.Switches.PicsWebPrefix;
        foreach (var route in routes)
        {
            application.MapMethods(PicsWebRoutes.Tenant + prefix + route.Path, [route.Method], async context =>
                await (await AnswerPicsWeb(twin, route, context)).WriteAsync(context.Response)
            );
        }

        if (routes.Count == 0 || twin.Options.Switches.OpenApi == OpenApi.Absent)
            return;
        application.MapMethods(PicsWebRoutes.Tenant + PicsWebRoutes.OpenApiPath, ["GET"], async context =>
        {
            var allowed = twin.Options.Switches.OpenApi == OpenApi.Open || HasBearer(twin, context);
            await (allowed ? WireResponse.Json(OpenApiDocument.Create(routes, prefix)) : PicsWebErrors.Unauthorised).WriteAsync(context.Response);
        });
    }

    private static async Task<WireResponse> AnswerPicsWeb(Twin twin, PicsWebRoute route, HttpContext context)
    {
        if (route.Operation != PicsWebRoutes.Authenticate && !HasBearer(twin, context))
            return PicsWebErrors.Unauthorised;
        try
        {
            var body = HttpMethods.IsGet(route.Method) || !route.ReadsBody ? WireBody.Empty : await WireBody.ReadAsync(context.Request);
            lock (twin.World.Gate)
                return route.Handle(new PicsWebCall(twin, context, body));
        }
        catch (UnreadableBodyException error)
        {
            return PicsWebErrors.Bad($"The request body could not be read: {error.Message}", error.Status);
        }
    }

    // The program decides what Ctrl+C means, and not each twin in it.
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private static bool HasBearer(Twin twin, HttpContext context)
    {
        const string Scheme = "Bearer ";
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && twin.PicsWebSessions.IsOpen(header[Scheme.Length..].Trim());
    }
}
