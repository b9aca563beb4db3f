using System;
using System.Linq;

namespace PicsOnefile.Sandbox.World.Generation;

/// <summary>
/// Typing errors in every record that both systems have, all on one side: most of them in the name, the others in whatever else the record says. Several may
/// be in one word.
/// </summary>
public sealed class RecordErrors(int seed, string stream, int errors)
{
    private const double InNames = 0.7;
    private readonly Draw _draw = new(seed, stream);

    /// <summary>Mistypes what one system says of a person.</summary>
    public void In(PersonForm form) =>
        Spread(
            names: 2,
            new(() => form.FirstName, text => form.FirstName = text),
            new(() => form.LastName, text => form.LastName = text),
            new(() => form.Email, text => form.Email = text),
            new(() => form.Telephone, text => form.Telephone = text)
        );

    /// <summary>Mistypes what one system says of an organisation.</summary>
    public void In(FirmForm form) =>
        Spread(
            names: 1,
            new(() => form.Name, text => form.Name = text),
            new(() => form.Lines.Count > 0 ? form.Lines[0] : "", text => form.Lines = [text, .. form.Lines.Skip(1)]),
            new(() => form.Email, text => form.Email = text),
            new(() => form.Telephone, text => form.Telephone = text)
        );

    /// <summary>Draws the side that is mistyped; null where no record has several errors.</summary>
    public T? Side<T>(T pics, T onefile)
        where T : class =>
        errors == 0 ? null
        : _draw.Chance(0.5) ? onefile
        : pics;

    private void Spread(int names, params Text[] texts)
    {
        for (var error = 0; error < errors; error++)
        {
            var filled = (_draw.Chance(InNames) ? texts[..names] : texts[names..]).Where(text => text.Read().Length > 0).ToArray();
            if (filled.Length == 0)
                filled = [.. texts.Where(text => text.Read().Length > 0)];
            var mistyped = _draw.Pick(filled);
            mistyped.Write(Mistyped(mistyped.Read()));
        }
    }

    private string Mistyped(string text)
    {
        var words = text.Split(' ');
        var at = _draw.Below(words.Length);
        words[at] = TypingError.In(words[at], _draw);
        return string.Join(' ', words);
    }

    private sealed record Text(Func<string> Read, Action<string> Write);
}
