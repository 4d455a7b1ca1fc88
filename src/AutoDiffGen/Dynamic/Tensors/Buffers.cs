using System.Runtime.CompilerServices;

namespace AutoDiffGen.Dynamic;

/// <summary>
/// Arrays of exact lengths for the entries of tensors. What the backward pass has done with is kept, for this thread, and given out again:
/// training takes the same shapes over and over, and memory that is new costs several times the arithmetic done in it.
/// </summary>
internal static class Buffers<T>
{
    /// <summary>At most this many bytes are kept for each thread.</summary>
    private const long Capacity = 64L << 20;

    [ThreadStatic]
    private static Dictionary<int, Stack<T[]>>? free;

    [ThreadStatic]
    private static long bytes;

    /// <summary>An array whose content is anything.</summary>
    public static T[] Rent(int length)
    {
        if (free is not null && free.TryGetValue(length, out Stack<T[]>? arrays) && arrays.TryPop(out T[]? array))
        {
            bytes -= Size(length);
            return array;
        }

        return GC.AllocateUninitializedArray<T>(length);
    }

    /// <summary>Takes an array nobody else refers to any more.</summary>
    public static void Return(T[] array)
    {
        free ??= [];
        if (bytes + Size(array.Length) > Capacity)
        {
            // The shapes of now, not those of long ago, are the ones to keep.
            free.Clear();
            bytes = 0;
            if (Size(array.Length) > Capacity) return;
        }

        if (!free.TryGetValue(array.Length, out Stack<T[]>? arrays)) free.Add(array.Length, arrays = new Stack<T[]>());
        arrays.Push(array);
        bytes += Size(array.Length);
    }

    private static long Size(int length) => 64 + (long)length * Unsafe.SizeOf<T>();
}
