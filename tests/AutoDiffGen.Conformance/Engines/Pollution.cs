using System.Buffers;
using System.Runtime.CompilerServices;

namespace AutoDiffGen.Conformance.Engines;

/// <summary>Leaves garbage in all memory that a derivative may find on its way: what it reads without having written it turns up as NaN.</summary>
internal static class Pollution
{
    private const int Largest = 1 << 12;
    private const int OfEachSize = 3;

    public static void Run()
    {
        Pool(double.NaN);
        Pool(float.NaN);
        Pool(int.MinValue);
        Pool(long.MinValue);
        Pool(true);
        Pool<byte>(0xFF);
        Stack();
    }

    private static void Pool<T>(T garbage)
    {
        var rented = new T[OfEachSize][];
        for (int length = 16; length <= Largest; length *= 2)
        {
            for (int i = 0; i < OfEachSize; i++)
            {
                rented[i] = ArrayPool<T>.Shared.Rent(length);
                Array.Fill(rented[i], garbage);
            }

            foreach (T[] array in rented)
                ArrayPool<T>.Shared.Return(array);
        }
    }

    // For code compiled to leave the stack as it is.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Stack()
    {
        Span<double> frame = stackalloc double[Largest];
        frame.Fill(double.NaN);
    }
}
