using AutoDiffGen.Dynamic;

namespace AutogradTour;

/// <summary>Gradients that meet: in one place, and over several inputs.</summary>
internal static class Graphs
{
    public static Stop Accumulation()
    {
        GradTensor<double> x = GradTensor.Scalar(2.0, requiresGrad: true);
        x.Pow(2).Backward();
        double first = x.Grad!.Item();
        x.Pow(3).Backward();
        double second = x.Grad!.Item();
        x.ZeroGrad();
        x.Pow(3).Backward();
        return new Stop(
            "Gradients accumulate until they are cleared", "x² and then x³, at x = 2",
            [("after x²", first), ("after x³ as well", second), ("cleared, then x³ alone", x.Grad!.Item())]);
    }

    public static Stop Drawing()
    {
        GradTensor<double> a = GradTensor.Scalar(2.0, requiresGrad: true), b = GradTensor.Scalar(3.0, requiresGrad: true);
        GradTensor<double> e = (a * b + a).Pow(2);
        e.Backward();
        return new Stop(
            "A graph, drawn", "e = (a·b + a)² at a = 2, b = 3", [("e", e.Item()), ("de/da", a.Grad!.Item()), ("de/db", b.Grad!.Item())], e.ToDot());
    }

    public static Stop FirstHalfSquare() => HalfSquare("f = (x² + y + y·x)² / 2 at x = 2, y = 3", (x, y) => x * x + y + y * x);

    public static Stop SecondHalfSquare() => HalfSquare("f = (3x + y + y·x)² / 2 at x = 2, y = 3", (x, y) => 3 * x + y + y * x);

    public static Stop VectorAndScalar()
    {
        GradTensor<double> a = GradTensor.Scalar(0.5, requiresGrad: true), b = GradTensor.Scalar(-1.0, requiresGrad: true);
        GradTensor<double> v = GradTensor.Create([1.0, 2, 3], [3], requiresGrad: true);
        GradTensor<double> z = ((a * v).Sin() + b.Exp()).Pow(2);

        // z has an entry for each of v: its sum is differentiated.
        z.Backward(GradTensor.Ones<double>(3));
        double[] values = z.ToArray(), byV = v.Grad!.ToArray();
        return new Stop(
            "A scalar meets a vector", "z = (sin(a·v) + exp(b))² at a = 0.5, b = -1, v = (1, 2, 3)",
            [
                ("z₁", values[0]), ("z₂", values[1]), ("z₃", values[2]), ("dΣz/da", a.Grad!.Item()), ("dΣz/db", b.Grad!.Item()),
                ("dΣz/dv₁", byV[0]), ("dΣz/dv₂", byV[1]), ("dΣz/dv₃", byV[2]),
            ]);
    }

    /// <summary>On the tape, where scalars are at home: the same meaning, and no tensors.</summary>
    private static Stop HalfSquare(string code, Func<Value, Value, Value> inner)
    {
        using var tape = new Tape();
        Value x = tape.Variable(2), y = tape.Variable(3);
        Value f = Value.Pow(inner(x, y), 2) / 2;
        f.Backward();
        return new Stop("Two inputs, on the scalar tape", code, [("f", f.Data), ("df/dx", x.Grad), ("df/dy", y.Grad)]);
    }
}
