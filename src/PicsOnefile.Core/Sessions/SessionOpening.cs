using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using PicsOnefile.Http;
using PicsOnefile.Onefile;
using PicsOnefile.PicsWeb;
using PicsOnefile.PicsWeb.Api;
using PicsOnefile.PicsWeb.Export;
using PicsOnefile.Reading;
using PicsOnefile.Runs;

namespace PicsOnefile.Sessions;

/// <summary>Opens sessions: cache, Onefile, PICSWeb, in this order, so that no request is sent whose response could not be stored.</summary>
public static class SessionOpening
{
    /// <summary>Opens a session by a profile.</summary>
    /// <param name="profile">The settings.</param>
    /// <param name="secrets">The secrets; the session keeps a copy of the customer token for Enable-PicsWebSync.</param>
    /// <param name="proxyCredential">The account for the profile's proxy, or for the system's where the profile names none; or null.</param>
    /// <param name="run">The run.</param>
    /// <returns>The open session; the caller disposes it.</returns>
    /// <exception cref="PicsOnefileException">An error of the settings, the secrets or either system.</exception>
    public static Task<PicsOnefileSession> OpenAsync(
        PicsOnefileProfile profile,
        ConnectionSecrets secrets,
        NetworkCredential? proxyCredential,
        RunContext run
    ) => OpenAsync(profile, secrets, proxyCredential, run, TimeProvider.System);

    // Not for the cmdlets: the clock's type comes from a package, which their assembly must not see.
    internal static async Task<PicsOnefileSession> OpenAsync(
        PicsOnefileProfile profile,
        ConnectionSecrets secrets,
        NetworkCredential? proxyCredential,
        RunContext run,
        TimeProvider clock
    )
    {
        var owned = new List<IDisposable>();
        try
        {
            _ = AddressCheck.Validate(profile);
            var account = Account(secrets);
            var proxy = Proxy(profile, proxyCredential);
            var onefileAddress = profile.OnefileAddress is { } own ? Address(own, "Onefile's address") : OnefileServers.GetAddress(profile.Environment);
            var picsWebAddress = profile.PicsWebAddress is { } tenant ? Address(tenant, "PICSWeb's address") : null;
            RestPipelineOptions Options(Uri address) =>
                new()
                {
                    Address = address,
                    Proxy = proxy,
                    SystemProxyCredential = proxyCredential,
                };
            var cache = Owned(
                SqliteMappingCache.Open(profile.CachePath ?? DataFolder.GetCachePath(CacheName(profile, onefileAddress, picsWebAddress, account)), clock)
            );
            if (cache.Missing.Count > 0)
                run.Log.Warning(
                    $"The mapping cache {cache.Location} lacks what the module made to guard the journal: {string.Join(", ", cache.Missing)}. Somebody "
                        + "altered the file; look at the journal with Test-LinkHistory."
                );
            if (cache.OpenToOthers is { } warning)
                run.Log.Warning(warning);
            var onefilePipeline = Owned(
                new RestPipeline(
                    Options(onefileAddress),
                    OnefileErrors.Table,
                    Owned(new OnefileSessionSource(secrets.CustomerToken)),
                    cache.CreateRateLimiter(account, profile.CallLimit),
                    clock
                )
            );
            var onefile = new OnefileClient(onefilePipeline, time: clock);
            var customer = await onefile.GetCustomerAsync(run).ConfigureAwait(false);
            cache.BindTo($"{profile.Environment}|{customer.CustomerId}|{picsWebAddress?.Authority}");
            var calls = run.Calls;
            var centres = await onefile.GetCentresAsync(customer, run).ConfigureAwait(false);
            cache.Records.Replace("", centres, clock.GetUtcNow(), run.Calls - calls);
            profile = Decide(profile, centres);
            onefile.Centres = [.. centres.Where(centre => profile.CentreId is null || centre.CentreId == profile.CentreId)];

            var session = new PicsOnefileSession(
                new SessionParts
                {
                    Workspace = new WorkspaceParts
                    {
                        Profile = profile,
                        Customer = customer,
                        Onefile = onefile,
                        PicsWeb = await PicsWebTenant
                            .OpenAsync(Api(profile, picsWebAddress is null ? null : Options(picsWebAddress), secrets, clock, Owned), Lists(profile), run)
                            .ConfigureAwait(false),
                        Cache = cache,
                        Clock = clock,
                        CustomerToken = Owned(secrets.CustomerToken.Copy()),
                    },
                    OnefileAddress = onefileAddress.ToString(),
                    Account = account,
                    Owned = [.. owned.Where(part => part is not IMappingCache)],
                }
            );
            await session.Changes.RecoverWherePossibleAsync(run).ConfigureAwait(false);
            return session;
        }
        catch
        {
            foreach (var part in owned)
                part.Dispose();
            throw;
        }

        T Owned<T>(T part)
        {
            if (part is IDisposable disposable)
                owned.Add(disposable);
            return part;
        }
    }

    /// <summary>Reads a tenant's own API map from a file and checks it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The text of the map.</returns>
    /// <exception cref="PicsOnefileException">FileNotFound, FileUnreadable, ApiMapInvalid.</exception>
    public static string ReadApiMap(string path, CancellationToken cancellation = default)
    {
        try
        {
            var json = RegularFile.ReadText(path, RegularFile.LargestSettings, cancellation);
            _ = ApiMap.Parse(json, path);
            return json;
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw ErrorKinds.FileNotFound.For(path, $"There is no file {path}.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw ErrorKinds.FileUnreadable.For(path, $"{path} cannot be read: {failure.Message}", failure);
        }
    }

    private static PicsOnefileProfile Decide(PicsOnefileProfile profile, IReadOnlyList<Centre> centres)
    {
        if (centres.Count == 0)
            throw ErrorKinds.CentreUnknown.For(profile.ProfileName, "Onefile shows no centre to this customer token.");
        if (profile.CentreId is { } only && centres.All(centre => centre.CentreId != only))
            throw ErrorKinds.CentreUnknown.For(
                only,
                $"This customer has no centre with the ID '{only}'; it has {string.Join(", ", centres.Select(centre => $"{centre.CentreId} ({centre.Name})"))}."
            );
        if (profile.CentreId is not null || centres.Count == 1)
            return profile with { LinkBy = profile.LinkBy ?? LinkBy.AdditionalId };
        return profile.LinkBy == LinkBy.MisValue
            ? profile
            : throw ErrorKinds.LinkByUndecided.For(
                profile.ProfileName,
                $"This customer has {centres.Count} centres, and PICSWeb does not use the Additional ID with several."
            );
    }

    // A profile is a file that people edit.
    private static Uri Address(string text, string what) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0
            ? address
            : throw ErrorKinds.AddressNotAllowed.For(what, $"{what} is not a whole address: it has to name a scheme and a host, such as https://host.");

    private static PicsWebApi? Api(
        PicsOnefileProfile profile,
        RestPipelineOptions? options,
        ConnectionSecrets secrets,
        TimeProvider clock,
        Func<IDisposable, IDisposable> owned
    )
    {
        if (options is null || secrets.ApiUser is null)
            return null;
        var map = profile.ApiMap is null ? ApiMap.Default : ApiMap.Parse(profile.ApiMap, $"the API map of profile '{profile.ProfileName}'");
        // The pipeline refuses any other part of the address.
        var root = options.Address.Query.Length + options.Address.Fragment.Length > 0 ? options.Address : PicsWebSession.GetRoot(options.Address, map);
        var credentials = new PicsWebSession(map, secrets.ApiUser, appFirst: root != options.Address);
        owned(credentials);
        var pipeline = new RestPipeline(options with { Address = root }, PicsWebErrors.Table, credentials, null, clock);
        owned(pipeline);
        return new PicsWebApi(pipeline, credentials);
    }

    /// <summary>Makes the exported lists of a profile; <see cref="ExportedLists.Check"/> checks whether they are the lists that they were given as.</summary>
    /// <returns>The lists.</returns>
    /// <exception cref="PicsOnefileException">ColumnMapInvalid.</exception>
    public static ExportedLists Lists(PicsOnefileProfile profile) =>
        new(
            List(profile, profile.OfficerPath, PicsWebOperation.OfficersList),
            List(profile, profile.OrganisationPath, PicsWebOperation.OrganisationsList),
            List(profile, profile.QualificationPath, PicsWebOperation.QualificationsList),
            List(profile, profile.LearnerPath, PicsWebOperation.LearnersList)
        );

    // A profile is a file that people edit: what it names is looked at here as well.
    private static ExportedList? List(PicsOnefileProfile profile, string? path, PicsWebOperation list) =>
        path is null ? null : new ExportedList(path, ColumnMap.For(ColumnMap.Validate(profile.ColumnMap), list));

    private static WebProxy? Proxy(PicsOnefileProfile profile, NetworkCredential? credential)
    {
        if (profile.Proxy is null)
            return null;
        var address = Address(profile.Proxy, "The proxy");
        // A user name in the address would not be used, and .NET puts the whole address into its messages.
        return address.UserInfo.Length == 0
            ? new WebProxy(address) { Credentials = credential }
            : throw ErrorKinds.AddressNotAllowed.For(
                address.Authority,
                $"The address of the proxy {address.Authority} carries a user name or a password. Give it without, and the account with -ProxyCredential."
            );
    }

    // Settings without a name get a cache of their own for each tenant. The journals of two customers must never be mixed. Where exported lists take the
    // tenant's place, only the token distinguishes customers.
    internal static string CacheName(PicsOnefileProfile profile, Uri onefile, Uri? picsWeb, string account)
    {
        if (profile.ProfileName != PicsOnefileProfile.AdHoc)
            return profile.ProfileName;
        return picsWeb is null ? $"{profile.Environment} {onefile.Authority} {account.Substring(0, 12)}" : $"{profile.Environment} {picsWeb.Authority}";
    }

    // Processes share the call limit of a token; the cache must not hold the token itself.
    private static string Account(ConnectionSecrets secrets)
    {
        using var token = new Secret(secrets.CustomerToken);
        using var sha = SHA256.Create();
        return BitConverter.ToString(sha.ComputeHash(Encoding.UTF8.GetBytes(token.Reveal()))).Replace("-", "").ToLowerInvariant();
    }
}
