using AutoDiffGen.Dynamic;

namespace AutoDiffGen.Benchmarks.Runtime;

/// <summary>A long chain on the tape, forward and back, for each operation in it.</summary>
internal static class TapeBenchmark
{
    private const int Operations = 1_000_000;

    public static void Run()
    {
        Console.WriteLine("Tape: forward and back, for an operation of a chain");
        foreach (int length in new[] { 10_000, Operations })
        {
            using var tape = new Tape(length + 4);
            double[] seconds = Interleaved.Measure(() => Chain(tape, length, ByNumber), () => Chain(tape, length, ByValue), () => Chain(tape, length, Mixed));
            long before = GC.GetAllocatedBytesForCurrentThread();
            Chain(tape, length, ByNumber);
            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            Console.WriteLine(
                $"  {length,9:N0} operations   x * c + c: {Nanoseconds(seconds[0]):F2} ns   x * y + y: {Nanoseconds(seconds[1]):F2} ns   "
                + $"with sin, exp: {Nanoseconds(seconds[2]):F2} ns   {bytes} bytes a step   (budget: 8 ns)");

            double Nanoseconds(double time) => time / length * 1e9;
        }
    }

    private static void Chain(Tape tape, int length, Func<Value, Value, int, Value> run)
    {
        tape.Reset();
        Value x = tape.Variable(0.5), y = tape.Variable(0.999);
        run(x, y, length).Backward();
    }

    private static Value ByNumber(Value x, Value y, int length)
    {
        for (int i = 0; i < length; i += 2) x = x * 0.999 + 0.0001;
        return x;
    }

    private static Value ByValue(Value x, Value y, int length)
    {
        for (int i = 0; i < length; i += 2) x = x * y + y;
        return x;
    }

    private static Value Mixed(Value x, Value y, int length)
    {
        for (int i = 0; i < length; i += 4) x = Value.Sin(x * y) + Value.Exp(y);
        return x;
    }
}
