using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PicsOnefile.Core.Tests.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Sessions;
using Xunit;

namespace PicsOnefile.Core.Tests.Sessions;

public sealed class ProfileStoreTests : IDisposable
{
    private readonly CacheFolder _folder = new();
    private readonly ProfileStore _store;

    public ProfileStoreTests() => _store = new ProfileStore(Folder);

    private string Folder => Path.Combine(_folder.Folder, "profiles");

    public void Dispose() => _folder.Dispose();

    private static PicsOnefileProfile Profile(string name) =>
        new()
        {
            ProfileName = name,
            Environment = OnefileEnvironment.Practice,
            PicsWebAddress = "https://made-up.example",
        };

    private string FileOf(string name) => Path.Combine(Folder, DataFolder.FileName(name) + ".json");

    private string FailureOf(string name, string content)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(FileOf(name), content);
        return Assert.Throws<PicsOnefileException>(() => _store.Get(name)).Kind.Id;
    }

    [Theory]
    [InlineData("Live")]
    [InlineData("../up: \"and\" *away?")]
    [InlineData("NUL")]
    [InlineData("测试")]
    public void A_profile_comes_back_as_it_was_saved_whatever_its_name(string name)
    {
        var profile = Profile(name) with
        {
            LinkBy = LinkBy.MisValue,
            CacheAge = TimeSpan.FromMinutes(90),
            CallLimit = 100,
            MaximumExpectedWrong = 0.002,
            Terminology = new Dictionary<string, string> { ["Assessor"] = "Tutor" },
            ColumnMap = new Dictionary<string, string> { ["Officer.AdditionalId"] = "Portfolio no." },
        };

        _store.Save(profile);

        var back = _store.Get(name);
        Assert.Equal(profile with { Terminology = back.Terminology, RuleSeverity = back.RuleSeverity, ColumnMap = back.ColumnMap }, back);
        Assert.Equal(("Tutor", "Portfolio no."), (back.Terminology["Assessor"], back.ColumnMap["Officer.AdditionalId"]));
        Assert.Single(Directory.GetFiles(Folder));
    }

    [Fact]
    public void A_profile_is_found_however_its_name_is_typed()
    {
        _store.Save(Profile("Live"));
        _store.Save(Profile("LIVE") with { CallLimit = 7 });

        Assert.Equal(7, _store.Get("live").CallLimit);
        Assert.Single(_store.All(_ => { }));
    }

    [Fact]
    public void An_unknown_profile_is_an_error_and_finding_none_is_not()
    {
        Assert.Equal("ProfileUnknown", Assert.Throws<PicsOnefileException>(() => _store.Get("Live")).Kind.Id);
        Assert.Null(_store.Find("Live"));
        Assert.Empty(_store.All(_ => { }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("""{ "ProfileName": "Live", "Environment": "Moon" }""")]
    [InlineData("""{ "ProfileName": "Practice" }""")]
    public void A_damaged_file_is_named_as_such(string content) => Assert.Equal("ProfileDamaged", FailureOf("Live", content));

    [Fact]
    public void A_damaged_file_is_told_and_the_other_profiles_come_all_the_same()
    {
        _store.Save(Profile("b"));
        _store.Save(Profile("A"));
        FailureOf("damaged", "{");
        var damaged = new List<PicsOnefileException>();

        Assert.Equal(["A", "b"], _store.All(damaged.Add).Select(profile => profile.ProfileName));
        Assert.Equal("ProfileDamaged", Assert.Single(damaged).Kind.Id);
    }

    [Fact]
    public void Settings_of_a_newer_version_do_not_hinder()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(FileOf("Live"), """{ "ProfileName": "Live", "SomethingNewer": { "a": 1 } }""");

        Assert.Equal((240, 0.01), (_store.Get("Live").CallLimit, _store.Get("Live").MaximumExpectedWrong));
    }

    [Fact]
    public void A_profile_that_is_removed_is_gone_also_a_damaged_one()
    {
        _store.Save(Profile("Live"));
        FailureOf("damaged", "{");

        _store.Remove("LIVE");
        _store.Remove("damaged");

        Assert.Empty(Directory.GetFiles(Folder));
        Assert.Equal("ProfileUnknown", Assert.Throws<PicsOnefileException>(() => _store.Remove("Live")).Kind.Id);
    }

    [Theory]
    [InlineData("Proxy")]
    [InlineData("OnefileAddress")]
    [InlineData("PicsWebAddress")]
    public void An_address_with_a_password_in_it_is_refused_and_not_repeated(string setting)
    {
        var profile = Profile("Live");
        typeof(PicsOnefileProfile).GetProperty(setting)!.SetValue(profile, "https://amina:made-up-password@proxy.example:8080");

        var failure = Assert.Throws<PicsOnefileException>(() => _store.Save(profile));

        Assert.Equal("AddressNotAllowed", failure.Kind.Id);
        Assert.DoesNotContain("made-up-password", failure.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(FileOf("Live")));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_one_clear_error()
    {
        File.WriteAllText(Folder, "a file where the folder should be");

        Assert.Equal("FileNotWritten", Assert.Throws<PicsOnefileException>(() => _store.Save(Profile("Live"))).Kind.Id);
    }

    [UnixFact]
    public void Folder_and_file_are_for_the_owner_only()
    {
        _store.Save(Profile("Live"));
        _store.Save(Profile("Live"));

        Assert.Equal(
            (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, UnixFileMode.UserRead | UnixFileMode.UserWrite),
            ModesOf(Folder, FileOf("Live"))
        );
    }

    private static (UnixFileMode, UnixFileMode) ModesOf(string folder, string file) =>
        OperatingSystem.IsWindows() ? default : (File.GetUnixFileMode(folder), File.GetUnixFileMode(file));
}
