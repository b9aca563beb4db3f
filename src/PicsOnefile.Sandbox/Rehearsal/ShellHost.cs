using System;
using System.Globalization;
using System.IO;
using System.Management.Automation.Host;

namespace PicsOnefile.Sandbox.Rehearsal;

/// <summary>The host of a shell without a console: what an administrator would see goes to a writer, 120 columns wide.</summary>
public sealed class ShellHost(TextWriter screen) : PSHost
{
    /// <inheritdoc/>
    public override CultureInfo CurrentCulture => CultureInfo.GetCultureInfo("en-GB");

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture => CultureInfo.GetCultureInfo("en-GB");

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override string Name => "PicsOnefile rehearsal";

    /// <inheritdoc/>
    public override PSHostUserInterface UI { get; } = new ShellScreen(screen);

    /// <inheritdoc/>
    public override Version Version => new(1, 0);

    /// <inheritdoc/>
    public override void EnterNestedPrompt() => throw new InvalidOperationException("This shell has nobody to prompt.");

    /// <inheritdoc/>
    public override void ExitNestedPrompt() => throw new InvalidOperationException("This shell has nobody to prompt.");

    /// <inheritdoc/>
    public override void NotifyBeginApplication() { }

    /// <inheritdoc/>
    public override void NotifyEndApplication() { }

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode) { }
}
