using System;

namespace PicsOnefile.Errors;

/// <summary>The one exception that the core throws for everything that can go wrong outside of it.</summary>
public sealed class PicsOnefileException : Exception
{
    /// <summary>Makes the exception; <see cref="ErrorKind.For"/> reads better.</summary>
    public PicsOnefileException(ErrorKind kind, string message, object? target, Exception? inner)
        : base(Readable.Message(message), inner)
    {
        Kind = kind;
        // PowerShell shows a target beside the message.
        Target = target is string text ? Readable.Line(Readable.Message(text), Readable.LongestField) : target;
    }

    /// <summary>The line of the table of errors.</summary>
    public ErrorKind Kind { get; }

    /// <summary>The record, path or setting that the error is about.</summary>
    public object? Target { get; }
}
