using System;
using System.IO;
using System.Threading;

namespace PicsOnefile.Files;

/// <summary>Writes to a file until the token is cancelled; cancellation is checked at each write.</summary>
internal sealed class CancellableStream(FileStream file, CancellationToken cancellation) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => file.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => file.Position;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        cancellation.ThrowIfCancellationRequested();
        file.Write(buffer, offset, count);
    }

    /// <inheritdoc/>
    public override void Flush() => file.Flush(flushToDisk: false);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
