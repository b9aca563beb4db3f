using System;
using System.IO;
using PicsOnefile.Errors;
using PicsOnefile.Sessions;
using Xunit;

namespace PicsOnefile.Core.Tests.Sessions;

public class DataFolderTests
{
    private static readonly string Local = Path.Combine(Path.GetTempPath(), "local");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Data_lies_in_the_users_local_application_data(string? home) =>
        Assert.Equal(Path.Combine(Local, "PicsOnefile.PowerShell"), DataFolder.GetRoot(home, Local));

    [Fact]
    public void A_task_account_names_its_own_folder() => Assert.Equal(Path.GetFullPath("tasks"), DataFolder.GetRoot("tasks", Local));

    [Fact]
    public void An_account_without_any_folder_is_told_what_to_set()
    {
        var failure = Assert.Throws<PicsOnefileException>(() => DataFolder.GetRoot(null, ""));

        Assert.Contains("PICSONEFILE_HOME", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Live", "live")]
    [InlineData("Coleg Gŵyr 2", "coleg gŵyr 2")]
    [InlineData("../../etc/passwd", "%002E%002E%002F%002E%002E%002Fetc%002Fpasswd")]
    [InlineData("a%002Eb", "a%0025002eb")]
    [InlineData("CON", "%0063on")]
    [InlineData("lpt9", "%006Cpt9")]
    [InlineData("console", "console")]
    public void Any_name_becomes_a_file_name_of_every_system(string name, string file) => Assert.Equal(file, DataFolder.FileName(name));

    [Fact]
    public void Two_different_names_never_share_a_file() => Assert.NotEqual(DataFolder.FileName("a.b"), DataFolder.FileName("a%002Eb"));
}
