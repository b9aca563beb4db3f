using System;
using System.IO;
using System.Text;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using Xunit;

namespace PicsOnefile.Core.Tests.Files;

/// <summary>Files that another process makes or removes between the look at a path and the moment at which the written file gets its name.</summary>
public sealed class ChangedMeanwhileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("changed-meanwhile-").FullName;

    private string List => Path.Combine(_folder, "list.csv");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(bool overwrite, string text, Action meanwhile) =>
        AtomicFile.Write(
            List,
            overwrite,
            "decisions",
            file =>
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                meanwhile();
            }
        );

    [Fact]
    public void A_file_that_appears_while_a_new_one_is_written_is_not_replaced_without_Force()
    {
        var failure = Assert.Throws<PicsOnefileException>(() => Write(overwrite: false, "mine", () => File.WriteAllText(List, "theirs")));

        Assert.Same(ErrorKinds.FileExists, failure.Kind);
        Assert.Equal("theirs", File.ReadAllText(List));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void With_Force_it_is_replaced_and_one_that_is_gone_is_made_anew()
    {
        Write(overwrite: true, "mine", () => File.WriteAllText(List, "theirs"));
        Assert.Equal("mine", File.ReadAllText(List));

        Write(overwrite: true, "mine again", () => File.Delete(List));
        Assert.Equal("mine again", File.ReadAllText(List));
    }

    [Fact]
    public void A_path_that_becomes_a_folder_is_an_error_and_the_folder_stays()
    {
        var failure = Assert.Throws<PicsOnefileException>(() => Write(overwrite: true, "mine", () => Directory.CreateDirectory(List)));

        Assert.Same(ErrorKinds.FileNotWritten, failure.Kind);
        Assert.True(Directory.Exists(List));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    /// <summary>ERROR_UNABLE_TO_MOVE_REPLACEMENT: without a backup name the replaced file is gone, and the new one still has its temporary name.</summary>
    [Fact]
    public void Where_Windows_has_removed_the_old_file_and_not_renamed_the_new_one_the_new_one_is_kept()
    {
        File.WriteAllText(List, "old");
        var unfinished = List + ".part";
        File.WriteAllText(unfinished, "new");

        AtomicFile.GiveName(
            unfinished,
            List,
            overwrite: true,
            (_, target) =>
            {
                File.Delete(target);
                throw new IOException("told by Windows", unchecked((int)0x80070498));
            }
        );

        Assert.Equal("new", File.ReadAllText(List));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    /// <summary>File systems take names of 255 characters, or of 255 bytes; the temporary name beside one is no longer.</summary>
    [Theory]
    [InlineData('a', 250)]
    [InlineData('ü', 125)]
    [InlineData('語', 83)]
    public void The_longest_name_that_a_file_can_have_is_written_and_replaced(char letter, int count)
    {
        var path = Path.Combine(_folder, new string(letter, count) + ".csv");
        foreach (var text in new[] { "one", "two" })
        {
            AtomicFile.Write(path, overwrite: true, "", file => file.Write(Encoding.UTF8.GetBytes(text)));
            Assert.Equal(text, File.ReadAllText(path));
        }

        var left = TemporaryFiles.NameFor(path);
        File.WriteAllText(left, "half");
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddDays(-2));
        TemporaryFiles.SweepFor(path);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }
}
