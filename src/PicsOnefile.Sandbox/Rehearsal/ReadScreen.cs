using System.IO;

namespace PicsOnefile.Sandbox.Rehearsal;

/// <summary>A screen that a person reads: what is shown is shown, and can be looked at again.</summary>
public sealed class ReadScreen(TextWriter screen) : StringWriter
{
    /// <summary>Everything that was shown so far.</summary>
    public string Text => GetStringBuilder().ToString();

    /// <inheritdoc/>
    public override void Write(char value)
    {
        base.Write(value);
        screen.Write(value);
    }

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count)
    {
        base.Write(buffer, index, count);
        screen.Write(buffer, index, count);
    }

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        base.Write(value);
        screen.Write(value);
    }
}
