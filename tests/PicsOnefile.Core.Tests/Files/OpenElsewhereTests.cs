using System;
using System.IO;
using System.Text;
using PicsOnefile.Core.Tests.Sessions;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using PicsOnefile.Files.Tables;
using Xunit;

namespace PicsOnefile.Core.Tests.Files;

/// <summary>Files that another program has open, that are read-only or that are hidden: what Windows allows, and what people are told.</summary>
public sealed class OpenElsewhereTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("open-elsewhere-").FullName;

    public OpenElsewhereTests() => File.WriteAllText(List, "old");

    private const string OpenInExcel = "another program has it open, probably Excel. Close it there, and run the command again.";

    private string List => Path.Combine(_folder, "list.csv");

    public void Dispose()
    {
        foreach (var path in Directory.GetFiles(_folder))
            File.SetAttributes(path, FileAttributes.Normal);
        Directory.Delete(_folder, recursive: true);
    }

    private void Write(bool overwrite = true) => AtomicFile.Write(List, overwrite, "decisions", file => file.Write(Encoding.UTF8.GetBytes("new")));

    [Fact]
    public void A_read_only_file_is_replaced_where_that_is_asked_for_and_stays_read_only()
    {
        File.SetAttributes(List, FileAttributes.ReadOnly);

        Assert.Equal("FileExists", Assert.Throws<PicsOnefileException>(() => Write(overwrite: false)).Kind.Id);
        Write();

        Assert.Equal("new", File.ReadAllText(List));
        Assert.True(File.GetAttributes(List).HasFlag(FileAttributes.ReadOnly));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_read_only_file_whose_writing_fails_is_whole_and_still_read_only()
    {
        File.SetAttributes(List, FileAttributes.ReadOnly);

        Assert.Throws<PicsOnefileException>(() => AtomicFile.Write(List, true, "", _ => throw new IOException("the disk is full")));

        Assert.Equal("old", File.ReadAllText(List));
        Assert.True(File.GetAttributes(List).HasFlag(FileAttributes.ReadOnly));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [WindowsFact("Only Windows hides a file by an attribute.")]
    public void A_hidden_file_is_replaced_and_stays_hidden()
    {
        File.SetAttributes(List, FileAttributes.Hidden | FileAttributes.ReadOnly);

        Write();

        Assert.Equal("new", File.ReadAllText(List));
        Assert.Equal(FileAttributes.Hidden | FileAttributes.ReadOnly, File.GetAttributes(List) & (FileAttributes.Hidden | FileAttributes.ReadOnly));
    }

    /// <summary>
    /// How another program may have a file open: what it does with it, what it lets others do, and whether they may read and replace it then.
    /// </summary>
    public static TheoryData<FileAccess, FileShare, bool, bool> Holders =>
        new()
        {
            { FileAccess.Read, FileShare.Read, true, false },
            // Excel, and most editors.
            { FileAccess.ReadWrite, FileShare.Read, true, false },
            { FileAccess.Read, FileShare.ReadWrite, true, false },
            { FileAccess.ReadWrite, FileShare.ReadWrite, true, false },
            { FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, true, true },
            { FileAccess.ReadWrite, FileShare.None, false, false },
            { FileAccess.ReadWrite, FileShare.Write, false, false },
        };

    [WindowsTheory("Only Windows keeps others from a file that is open.")]
    [MemberData(nameof(Holders))]
    public void An_open_file_is_read_where_Windows_allows_it_and_writing_names_Excel(FileAccess access, FileShare share, bool mayRead, bool mayReplace)
    {
        using (new FileStream(List, FileMode.Open, access, share))
        {
            if (mayRead)
                Assert.Equal("old", TableText.Read(List));
            else
                Assert.Equal("FileUnreadable", Assert.Throws<PicsOnefileException>(() => TableText.Read(List)).Kind.Id);

            if (mayReplace)
            {
                Write();
            }
            else
            {
                var failure = Assert.Throws<PicsOnefileException>(() => Write());
                Assert.Same(ErrorKinds.FileNotWritten, failure.Kind);
                Assert.Equal($"{List} could not be written: {OpenInExcel}", failure.Message);
            }
        }

        Assert.Equal(mayReplace ? "new" : "old", File.ReadAllText(List));
        // Wine's own ReplaceFile leaves an empty file of its own behind where it fails.
        Assert.DoesNotContain(Directory.GetFiles(_folder), path => path.EndsWith(".part", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0x80070020, true)]
    [InlineData(0x80070021, true)]
    [InlineData(0x80070497, true)]
    [InlineData(0x800704C8, true)]
    [InlineData(0x80070005, false)]
    [InlineData(0x80070070, false)]
    [InlineData(32, false)]
    public void The_errors_of_Windows_for_an_open_file_are_known_by_their_codes(uint code, bool isOpen)
    {
        var told = new IOException("told by Windows", (int)code);
        var failure = Assert.Throws<PicsOnefileException>(() => AtomicFile.Write(List, true, "", _ => throw told));

        Assert.Equal(isOpen, failure.Message.Contains("probably Excel", StringComparison.Ordinal));
        Assert.Equal(!isOpen, failure.Message.Contains("told by Windows", StringComparison.Ordinal));
    }
}
