using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;

namespace PicsOnefile.Sandbox.Rehearsal;

/// <summary>Writes what a shell shows. A prompt is an error, for no person is there.</summary>
public sealed class ShellScreen(TextWriter screen) : PSHostUserInterface
{
    /// <inheritdoc/>
    public override PSHostRawUserInterface RawUI { get; } = new ShellSize();

    /// <inheritdoc/>
    public override void Write(string value) => screen.Write(Plain(value));

    /// <inheritdoc/>
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => screen.Write(Plain(value));

    /// <inheritdoc/>
    public override void WriteLine(string value) => screen.WriteLine(Plain(value));

    /// <inheritdoc/>
    public override void WriteErrorLine(string value) => screen.WriteLine(Plain(value));

    /// <inheritdoc/>
    public override void WriteDebugLine(string message) => screen.WriteLine("DEBUG: " + message);

    /// <inheritdoc/>
    public override void WriteVerboseLine(string message) => screen.WriteLine("VERBOSE: " + message);

    /// <inheritdoc/>
    public override void WriteWarningLine(string message) => screen.WriteLine("WARNING: " + message);

    /// <inheritdoc/>
    public override void WriteProgress(long sourceId, ProgressRecord record) { }

    /// <inheritdoc/>
    public override string ReadLine() => throw Nobody();

    /// <inheritdoc/>
    public override SecureString ReadLineAsSecureString() => throw Nobody();

    /// <inheritdoc/>
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) => throw Nobody();

    /// <inheritdoc/>
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) => throw Nobody();

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw Nobody();

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options
    ) => throw Nobody();

    // No colours: what is shown goes to files and to tests.
    private static string Plain(string value) => new StringDecorated(value).ToString(OutputRendering.PlainText);

    private static InvalidOperationException Nobody() => new("This shell has nobody to prompt.");

    private sealed class ShellSize : PSHostRawUserInterface
    {
        private const int Columns = 120;

        public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

        public override Size BufferSize { get; set; } = new(Columns, 3000);

        public override Coordinates CursorPosition { get; set; }

        public override int CursorSize { get; set; } = 1;

        public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

        public override bool KeyAvailable => false;

        public override Size MaxPhysicalWindowSize => new(Columns, 60);

        public override Size MaxWindowSize => new(Columns, 60);

        public override Coordinates WindowPosition { get; set; }

        public override Size WindowSize { get; set; } = new(Columns, 60);

        public override string WindowTitle { get; set; } = "";

        public override void FlushInputBuffer() { }

        public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw Nobody();

        public override KeyInfo ReadKey(ReadKeyOptions options) => throw Nobody();

        public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) { }

        public override void SetBufferContents(Rectangle rectangle, BufferCell fill) { }

        public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) { }
    }
}
