using System.Text;

namespace ReviewInsights.IO.Decoding;

/// <summary>
/// Bytes to characters, with the encoding found on the way. Needs no seeking and never waits for more than it must: while all
/// bytes are ASCII the candidates agree, so the choice is put off until the first byte that differs.
/// </summary>
internal sealed class InputDecoder(Stream stream, string encodingName)
{
    private const int BufferSize = 64 * 1024;

    // Enough to tell the encodings apart; an interactive line may be shorter and is decided on what there is.
    private const int SampleSize = 4 * 1024;

    // A header or a short line: in UTF-16 it holds the zero bytes that give the encoding away.
    private const int StartSize = 256;

    private readonly byte[] _bytes = new byte[BufferSize];
    private readonly CountingFallback _fallback = new();
    private Decoder? _decoder;
    private int _start;
    private int _end;
    private bool _atStart = true;
    private bool _ended;

    /// <summary>Name of the encoding; <c>ascii</c> as long as nothing else was needed.</summary>
    public string EncodingName { get; private set; } = "ascii";

    /// <summary>Invalid byte sequences so far, each read as U+FFFD.</summary>
    public long ReplacedSequences => _fallback.Count;

    // Whoever types or pipes line by line waits for an answer now.
    private bool EndsLine => _end > _start && _bytes[_end - 1] == (byte)'\n';

    /// <summary>Whether <paramref name="name"/> is <c>auto</c> or an encoding this machine knows.</summary>
    public static bool IsKnown(string name) => IsAuto(name) || Find(name, DecoderFallback.ReplacementFallback) is not null;

    /// <summary>Reads some characters; 0 means the input has ended.</summary>
    public int Read(Span<char> chars)
    {
        while (true)
        {
            if (_start == _end && !_ended)
                Fill();
            if (_atStart)
                Begin();
            if (_decoder is null && _start < _end)
            {
                var ascii = _bytes.AsSpan(_start, _end - _start).IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
                if (ascii != 0)
                    return TakeAscii(chars, ascii < 0 ? _end - _start : ascii);
                Decide();
            }

            if (_decoder is null)
                return 0;
            _decoder.Convert(_bytes.AsSpan(_start, _end - _start), chars, _ended, out var used, out var written, out _);
            _start += used;
            if (written > 0 || (_ended && _start == _end))
                return written;
        }
    }

    private void Begin()
    {
        _atStart = false;
        while (_end < StartSize && !_ended && !EndsLine)
            Fill();
        var start = _bytes.AsSpan(_start, _end - _start);
        if (!IsAuto(encodingName))
        {
            Use(encodingName);
            if (EncodingGuess.FromMark(start) is { } own && EncodingName.StartsWith(own.Name[..5], StringComparison.OrdinalIgnoreCase))
            {
                Use(own.Name);
                _start += own.MarkLength;
            }
        }
        else if (EncodingGuess.FromMark(start) is { } marked)
        {
            Use(marked.Name);
            _start += marked.MarkLength;
        }
        else if (EncodingGuess.FromZeros(start) is { } wide)
        {
            Use(wide);
        }
    }

    private void Decide()
    {
        _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
        _end -= _start;
        _start = 0;
        while (_end < SampleSize && !_ended && !EndsLine)
            Fill();
        Use(EncodingGuess.FromContent(_bytes.AsSpan(0, _end), _ended));
    }

    private void Fill()
    {
        if (_start == _end)
            _start = _end = 0;
        var count = stream.Read(_bytes.AsSpan(_end));
        _end += count;
        _ended = count == 0;
    }

    private int TakeAscii(Span<char> chars, int count)
    {
        count = Encoding.ASCII.GetChars(_bytes.AsSpan(_start, Math.Min(count, chars.Length)), chars);
        _start += count;
        return count;
    }

    private void Use(string name)
    {
        var encoding = Find(name, _fallback) ?? throw new ArgumentException($"'{name}' is not the name of an encoding.", nameof(name));
        EncodingName = encoding.WebName;
        _decoder = encoding.GetDecoder();
    }

    private static bool IsAuto(string name) => name.Equals("auto", StringComparison.OrdinalIgnoreCase);

    // The provider is asked directly: registering it would change Encoding.GetEncoding for the whole process. The fallback goes to
    // the encoding, since decoders of double-byte encodings do not listen to their own and make question marks.
    private static Encoding? Find(string name, DecoderFallback fallback)
    {
        const int Gbk = 936;
        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, fallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, fallback);
            // GB18030 holds GBK, and its decoder does not take the line end behind a broken character for the other half of it.
            return encoding.CodePage == Gbk ? Find("gb18030", fallback) : encoding;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
