using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using PicsOnefile.Identifiers;

namespace PicsOnefile.Sessions;

/// <summary>The named profiles: one JSON file each, without any secret.</summary>
public sealed class ProfileStore(string folder)
{
    private static readonly JsonSerializerSettings Json = new()
    {
        Formatting = Formatting.Indented,
        Converters = { new StringEnumConverter() },
        MissingMemberHandling = MissingMemberHandling.Ignore,
        MaxDepth = 16,
    };

    /// <summary>The profiles of the current user.</summary>
    public static ProfileStore Default => new(DataFolder.Profiles);

    /// <summary>Reads all profiles. A damaged file is reported to <paramref name="damaged"/>, and the others are read.</summary>
    /// <returns>The profiles, by name.</returns>
    public IReadOnlyList<PicsOnefileProfile> All(Action<PicsOnefileException> damaged)
    {
        var profiles = new List<PicsOnefileProfile>();
        if (!Directory.Exists(folder))
            return profiles;
        foreach (var path in NamedFiles.Find(folder, "", ".json"))
        {
            try
            {
                profiles.Add(Read(path));
            }
            catch (PicsOnefileException failure)
            {
                damaged(failure);
            }
        }
        return [.. profiles.OrderBy(profile => profile.ProfileName, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Reads the profile of this name.</summary>
    /// <returns>The profile.</returns>
    /// <exception cref="PicsOnefileException">ProfileUnknown, ProfileDamaged.</exception>
    public PicsOnefileProfile Get(string name) => Find(name) ?? throw Unknown(name);

    /// <summary>Finds the profile of this name.</summary>
    /// <returns>The profile, or null.</returns>
    /// <exception cref="PicsOnefileException">ProfileDamaged, FileUnreadable.</exception>
    public PicsOnefileProfile? Find(string name) => File.Exists(GetPath(name)) ? Read(GetPath(name)) : null;

    /// <summary>Refuses a name that is empty or invisible.</summary>
    /// <returns>The name.</returns>
    /// <exception cref="PicsOnefileException">ProfileNameEmpty.</exception>
    public static string RequireName(string name) =>
        RecordId.Normalise(name) is null
            ? throw ErrorKinds.ProfileNameEmpty.For(null, "The profile's name holds nothing but blanks. Nothing was saved.")
            : name;

    /// <summary>Saves the profile under its name, in place of one that was there; for this account only.</summary>
    /// <exception cref="PicsOnefileException">ProfileNameEmpty; AddressNotAllowed: an address carries a user name or password. FileNotWritten.</exception>
    public void Save(PicsOnefileProfile profile)
    {
        RequireName(profile.ProfileName);
        foreach (var address in new[] { profile.OnefileAddress, profile.PicsWebAddress, profile.Proxy })
        {
            if (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length > 0)
                throw ErrorKinds.AddressNotAllowed.For(
                    uri.Host,
                    $"The address of {uri.Host} carries a user name or password, and a profile never holds a secret. Give it without, and the account as a "
                        + "credential."
                );
        }
        var path = GetPath(profile.ProfileName);
        try
        {
            // Whole or not at all: a half-written profile would be a damaged one.
            AtomicFile.WriteForOwner(path, Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(profile, Json)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw ErrorKinds.FileNotWritten.For(path, $"The profile could not be saved: {failure.Message}", failure);
        }
    }

    /// <summary>Removes the profile, also a damaged one; its cache and journal stay.</summary>
    /// <exception cref="PicsOnefileException">ProfileUnknown, FileNotWritten.</exception>
    public void Remove(string name)
    {
        var path = GetPath(name);
        if (!File.Exists(path))
            throw Unknown(name);
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw ErrorKinds.FileNotWritten.For(path, $"The profile could not be removed: {failure.Message}", failure);
        }
    }

    private static PicsOnefileProfile Read(string path)
    {
        try
        {
            var profile = JsonConvert.DeserializeObject<PicsOnefileProfile>(RegularFile.ReadText(path, RegularFile.LargestSettings), Json)
                ?? throw ErrorKinds.ProfileDamaged.For(path, $"{path} is empty.");
            // A file that was copied or renamed by hand has no certain cache and journal.
            return string.Equals(DataFolder.FileName(profile.ProfileName ?? "") + ".json", Path.GetFileName(path), StringComparison.OrdinalIgnoreCase)
                ? profile
                : throw ErrorKinds.ProfileDamaged.For(path, $"{path} holds the profile '{profile.ProfileName}', whose file has another name.");
        }
        catch (JsonException failure)
        {
            throw ErrorKinds.ProfileDamaged.For(path, $"{path} is not a profile: {failure.Message}", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw ErrorKinds.FileUnreadable.For(path, $"{path} cannot be read: {failure.Message}", failure);
        }
    }

    private static PicsOnefileException Unknown(string name) => ErrorKinds.ProfileUnknown.For(name, $"There is no profile '{name}'.");

    private string GetPath(string name) => Path.Combine(folder, DataFolder.FileName(name) + ".json");
}
