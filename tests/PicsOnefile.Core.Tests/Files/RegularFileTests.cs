using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Core.Tests.Cache;
using PicsOnefile.Core.Tests.Http;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using PicsOnefile.Files.Tables;
using PicsOnefile.PicsWeb.Export;
using PicsOnefile.Review;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Files;

/// <summary>What is no regular file is neither waited for nor read without end nor replaced, whatever reads or writes.</summary>
public sealed class RegularFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("regular-file-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);

    private string Pipe()
    {
        string path = At("pipe");
        using var made = Process.Start(new ProcessStartInfo("mkfifo") { ArgumentList = { path } })!;
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
        return path;
    }

    private string LinkTo(string target)
    {
        string path = At("link-" + Guid.NewGuid().ToString("N"));
        File.CreateSymbolicLink(path, target);
        return path;
    }

    private static void Write(string path, bool overwrite = true, CancellationToken cancellation = default) =>
        AtomicFile.Write(path, overwrite, "decisions", file => file.Write(Encoding.UTF8.GetBytes("new"), 0, 3), cancellation);

    private static PicsOnefileException Refused(string id, Action work)
    {
        var failure = Assert.Throws<PicsOnefileException>(work);
        Assert.Equal(id, failure.Kind.Id);
        return failure;
    }

    [UnixFact]
    public void A_pipe_a_device_a_folder_and_links_to_them_are_refused_by_whoever_reads()
    {
        foreach (string path in new[] { Pipe(), "/dev/zero", "/dev/null", _folder, LinkTo(At("pipe")), LinkTo("/dev/zero") })
            Refused("FileUnreadable", () => TableText.Read(path));
    }

    [UnixFact]
    public void They_are_refused_by_whoever_writes_and_stay_what_they_are()
    {
        foreach (string path in new[] { Pipe(), "/dev/zero", _folder, LinkTo(At("pipe")) })
        {
            string before = string.Join('|', Directory.GetFileSystemEntries(_folder).Order());
            Assert.Contains("It is", Refused("FileNotWritten", () => Write(path)).Message, StringComparison.Ordinal);
            Refused("FileNotWritten", () => Write(path, overwrite: false));
            Assert.Equal(before, string.Join('|', Directory.GetFileSystemEntries(_folder).Order()));
        }

        Assert.Throws<IOException>(() => AtomicFile.WriteForOwner(At("pipe"), [1]));
        Assert.Throws<IOException>(() => AtomicFile.CreateForOwner(At("pipe"), _ => { }));
    }

    [UnixFact]
    public void A_link_is_followed_to_its_file_which_is_replaced_while_the_link_stays()
    {
        File.WriteAllText(At("target.csv"), "old");
        string link = LinkTo(LinkTo(At("target.csv")));

        Refused("FileExists", () => Write(link, overwrite: false));
        Assert.Equal("old", TableText.Read(link));
        Write(link);

        Assert.Equal("new", File.ReadAllText(At("target.csv")));
        Assert.NotNull(new FileInfo(link).LinkTarget);
    }

    [Fact]
    public void The_name_under_which_a_file_is_written_first_is_shown_to_nobody()
    {
        string unfinished = TemporaryFiles.NameFor(At("list.csv"));

        Assert.Equal($"Access to '{At("list.csv")}' is denied.", TemporaryFiles.WithoutEnding($"Access to '{unfinished}' is denied."));
    }

    [UnixFact]
    public void A_link_whose_file_is_not_there_yet_is_followed_too_and_links_in_a_circle_are_told()
    {
        string link = LinkTo(At("later.csv"));
        Write(link, overwrite: false);
        Assert.Equal("new", File.ReadAllText(At("later.csv")));

        File.CreateSymbolicLink(At("a"), At("b"));
        File.CreateSymbolicLink(At("b"), At("a"));
        Refused("FileNotWritten", () => Write(At("a")));
        Refused("FileUnreadable", () => TableText.Read(At("a")));
    }

    [Fact]
    public void More_than_the_limit_is_not_read_and_what_is_missing_is_told_as_missing()
    {
        File.WriteAllBytes(At("large"), new byte[1000]);

        Assert.Equal(1000, RegularFile.Read(At("large"), 1000).Length);
        Assert.Contains("MiB", Assert.Throws<IOException>(() => RegularFile.Read(At("large"), 999)).Message, StringComparison.Ordinal);
        Refused("FileNotFound", () => TableText.Read(At("nothing")));
        Refused("FileNotFound", () => TableText.Read(At(Path.Combine("no folder", "nothing"))));
    }

    // A file of the kernel has the length 0 and content all the same: the limit counts what is read.
    [UnixFact]
    public void What_the_system_does_not_tell_the_length_of_is_measured_while_it_is_read()
    {
        const string Told = "/proc/self/status";
        if (!File.Exists(Told))
            return;

        Assert.NotEmpty(RegularFile.Read(Told, 1 << 20));
        Assert.Throws<IOException>(() => RegularFile.Read(Told, 10));
    }

    [Fact]
    public void Reading_and_writing_can_be_stopped_and_a_file_that_was_there_stays_whole()
    {
        using var stop = new CancellationTokenSource();
        File.WriteAllText(At("list.csv"), "old");
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => RegularFile.Read(At("list.csv"), 10, stop.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => Write(At("list.csv"), cancellation: stop.Token));
        Assert.Equal(["old"], Directory.GetFiles(_folder).Select(File.ReadAllText));
    }

    [Fact]
    public void A_stop_after_the_last_byte_leaves_the_old_file_too()
    {
        using var stop = new CancellationTokenSource();
        File.WriteAllText(At("list.csv"), "old");

        Assert.ThrowsAny<OperationCanceledException>(() => AtomicFile.Write(At("list.csv"), true, "", _ => stop.Cancel(), stop.Token));
        Assert.Equal(["old"], Directory.GetFiles(_folder).Select(File.ReadAllText));
    }

    /// <summary>What a killed process left: its name, how old it is, and whether the next writing of list.csv takes it away.</summary>
    public static IEnumerable<object[]> Remains =>
        [
            ["list.csv.0123456789abcdef0123456789abcdef.part", 2, true],
            ["list.csv.0123456789abcdef0123456789abcdef.part", 0, false],
            ["other.csv.0123456789abcdef0123456789abcdef.part", 2, false],
            ["list.csv.part", 2, false],
            ["list.csv.0123456789ABCDEF0123456789abcdef.part", 2, false],
            ["list.csv.0123456789abcdef0123456789abcdef.part.mine", 2, false],
        ];

    [Theory]
    [MemberData(nameof(Remains))]
    public void What_a_killed_process_left_is_taken_away_once_it_is_old_and_nothing_else(string name, int days, bool goes)
    {
        File.WriteAllText(At(name), "half");
        File.SetLastWriteTimeUtc(At(name), DateTime.UtcNow.AddDays(-days));

        Write(At("list.csv"));

        Assert.Equal(!goes, File.Exists(At(name)));
    }

    [Fact]
    public void What_another_process_is_still_writing_stays_however_old_it_is()
    {
        string path = At("list.csv.0123456789abcdef0123456789abcdef.part");
        using (var writing = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-2));
            Write(At("list.csv"));
            Assert.True(File.Exists(path));
        }
    }

    // A file on a network whose server does not answer: no signal takes such a read back.
    private sealed class Stalled : MemoryStream
    {
        private readonly ManualResetEventSlim _answer = new();

        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Answer() => _answer.Set();

        public int Wait()
        {
            Asked.TrySetResult();
            _answer.Wait();
            return 0;
        }

        public override int Read(byte[] buffer, int offset, int count) => Wait();

        protected override void Dispose(bool disposing)
        {
            Closed.TrySetResult();
            base.Dispose(disposing);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_that_does_not_answer_is_left_behind_when_the_run_is_stopped_and_closed_when_it_answers(bool whileOpening)
    {
        using var stop = new CancellationTokenSource();
        var file = new Stalled();
        Stream Open()
        {
            if (whileOpening)
                file.Wait();
            return file;
        }

        var reading = Task.Run(() => RegularFile.Read(Open, RegularFile.LargestText, stop.Token));
        await file.Asked.Task;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.False(file.Closed.Task.IsCompleted);
        file.Answer();
        await file.Closed.Task;
    }

    // Each of them asks the file system by the one way that can be left behind.
    [Fact]
    public void Whoever_reads_a_file_for_a_run_that_was_stopped_does_not_even_look_at_it()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var (token, file) = (stop.Token, At("list.csv"));
        File.WriteAllText(file, "Officer Ident,Surname\r\n00012,Doe\r\n");
        var run = new RunContext(new CollectedLog(), token);
        var identity = FileIdentity.From(file)!;
        foreach (
            Action read in new Action[]
            {
                () => FileIdentity.From(file, token),
                () => identity.IsUnchanged(token),
                () => RegularFile.ReadText(At("none"), 10, token),
                () => BackupReading.Read(At("none.csv"), token),
                () => ReviewFile.Read(file, cancellation: token),
                () => new ExportedLists(new ExportedList(At("none.csv"))).Check(mayBeMissing: true, run),
                () => new ExportedLists(new ExportedList(file)).Check(mayBeMissing: false, run),
            }
        )
            Assert.ThrowsAny<OperationCanceledException>(read);
    }
}
