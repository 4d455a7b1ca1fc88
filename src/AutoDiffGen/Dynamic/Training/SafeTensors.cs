using System.Buffers.Binary;
using System.Numerics;
using System.Text.Json;

namespace AutoDiffGen.Dynamic;

/// <summary>Reads and writes named tensors in the safetensors format, which PyTorch and NumPy users share.</summary>
/// <remarks>A header in JSON tells the name, the type, the shape and the place of each tensor; the entries follow, little-endian.</remarks>
public static class SafeTensors
{
    private const int LengthBytes = 8;

    /// <summary>Longer headers are refused, as everywhere.</summary>
    private const long LongestHeader = 100_000_000;

    /// <summary>Writes tensors to a file.</summary>
    /// <param name="path">The file, which is replaced if there is one.</param>
    /// <param name="tensors">The tensors and their names.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <exception cref="ArgumentException">A name comes twice.</exception>
    public static void Save<T>(string path, IEnumerable<KeyValuePair<string, GradTensor<T>>> tensors)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(tensors);
        KeyValuePair<string, GradTensor<T>>[] all = [.. tensors];
        byte[] header = Header(all);
        using FileStream file = File.Create(path);
        Span<byte> length = stackalloc byte[LengthBytes];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        file.Write(length);
        file.Write(header);
        foreach ((_, GradTensor<T> tensor) in all)
        {
            var bytes = new byte[tensor.Length * Entry<T>.Bytes];
            for (int i = 0; i < tensor.Length; i++) Entry<T>.Write(bytes.AsSpan(i * Entry<T>.Bytes), tensor.Data[i]);
            file.Write(bytes);
        }
    }

    /// <summary>Reads all tensors of a file.</summary>
    /// <param name="path">The file. Its tensors may be of single or double precision, whatever is asked for.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <returns>The tensors by name. None requires a gradient.</returns>
    /// <exception cref="InvalidDataException">It is no safetensors file, or one with entries of another type.</exception>
    public static IReadOnlyDictionary<string, GradTensor<T>> Load<T>(string path)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(path);
        byte[] file = File.ReadAllBytes(path);
        if (file.Length < LengthBytes) throw Broken(path, "it is too short");
        long length = BinaryPrimitives.ReadInt64LittleEndian(file);
        if (length is < 2 or > LongestHeader || length > file.Length - LengthBytes) throw Broken(path, "its header is cut off");

        try
        {
            using JsonDocument header = JsonDocument.Parse(file.AsMemory(LengthBytes, (int)length));
            ReadOnlySpan<byte> data = file.AsSpan(LengthBytes + (int)length);
            var tensors = new Dictionary<string, GradTensor<T>>();
            foreach (JsonProperty property in header.RootElement.EnumerateObject())
            {
                if (property.Name != "__metadata__") tensors.Add(property.Name, Tensor<T>(path, property, data));
            }

            return tensors;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"'{path}' is no safetensors file: {e.Message}", e);
        }
    }

    private static GradTensor<T> Tensor<T>(string path, JsonProperty property, ReadOnlySpan<byte> data)
        where T : IFloatingPointIeee754<T>
    {
        int[] shape = [.. property.Value.GetProperty("shape").EnumerateArray().Select(d => d.GetInt32())];
        long[] place = [.. property.Value.GetProperty("data_offsets").EnumerateArray().Select(o => o.GetInt64())];
        string type = property.Value.GetProperty("dtype").GetString() ?? "";
        int size = type switch
        {
            "F32" => sizeof(float),
            "F64" => sizeof(double),
            _ => throw Broken(path, $"'{property.Name}' has entries of type {type}, which is neither F32 nor F64"),
        };

        int count = Shapes.Length("Load", shape);
        if (place.Length != 2 || place[0] < 0 || place[1] > data.Length || place[1] - place[0] != (long)count * size)
            throw Broken(path, $"the place of '{property.Name}' does not fit its shape");
        var entries = new T[count];
        ReadOnlySpan<byte> bytes = data[(int)place[0]..(int)place[1]];
        for (int i = 0; i < count; i++)
        {
            entries[i] = size == sizeof(float)
                ? T.CreateChecked(BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * size)..]))
                : T.CreateChecked(BinaryPrimitives.ReadDoubleLittleEndian(bytes[(i * size)..]));
        }

        return new GradTensor<T>(entries, shape);
    }

    private static byte[] Header<T>(KeyValuePair<string, GradTensor<T>>[] tensors)
        where T : IFloatingPointIeee754<T>
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            var names = new HashSet<string>();
            long start = 0;
            foreach ((string name, GradTensor<T> tensor) in tensors)
            {
                if (!names.Add(name)) throw new ArgumentException($"Save: the name '{name}' comes twice.", nameof(tensors));
                long end = start + (long)tensor.Length * Entry<T>.Bytes;
                json.WriteStartObject(name);
                json.WriteString("dtype", Entry<T>.Bytes == sizeof(float) ? "F32" : "F64");
                json.WriteStartArray("shape");
                foreach (int dimension in tensor.RawShape) json.WriteNumberValue(dimension);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(start);
                json.WriteNumberValue(end);
                json.WriteEndArray();
                json.WriteEndObject();
                start = end;
            }

            json.WriteEndObject();
        }

        // The entries start at a multiple of eight bytes, so that they can be used in place.
        while (buffer.Length % LengthBytes != 0) buffer.WriteByte((byte)' ');
        return buffer.ToArray();
    }

    private static InvalidDataException Broken(string path, string problem) => new($"'{path}' is no safetensors file that can be read: {problem}.");

    private static class Entry<T>
        where T : IFloatingPointIeee754<T>
    {
        public static int Bytes => typeof(T) == typeof(float) ? sizeof(float) : sizeof(double);

        public static void Write(Span<byte> bytes, T number)
        {
            if (typeof(T) == typeof(float)) BinaryPrimitives.WriteSingleLittleEndian(bytes, (float)(object)number);
            else BinaryPrimitives.WriteDoubleLittleEndian(bytes, (double)(object)number);
        }
    }
}
