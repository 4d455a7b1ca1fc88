using AutoDiffGen.Dynamic;

namespace AutogradTour;

/// <summary>Derivatives of functions of one number.</summary>
internal static class Functions
{
    public static Stop Linear() => At("A line", "y = 2x + 3 at x = 3", 3, x => 2 * x + 3);

    public static Stop Quadratic() => At("A parabola", "y = x² at x = 3", 3, x => x.Pow(2));

    public static Stop Exponential() => At("The exponential", "y = exp(x) at x = 1", 1, x => x.Exp());

    public static Stop Sigmoid() => At("The sigmoid", "y = 1 / (1 + exp(-x)) at x = 0", 0, x => x.Sigmoid());

    public static Stop Relu()
    {
        GradTensor<double> x = GradTensor.Create([-1.0, 0, 2], [3], requiresGrad: true);
        x.Relu().Sum().Backward();
        double[] slopes = x.Grad!.ToArray();
        return new Stop(
            "ReLU, entry by entry", "y = max(x, 0) at x = -1, 0, 2", [("dy/dx at -1", slopes[0]), ("dy/dx at 0", slopes[1]), ("dy/dx at 2", slopes[2])]);
    }

    private static Stop At(string title, string code, double at, Func<GradTensor<double>, GradTensor<double>> f)
    {
        GradTensor<double> x = GradTensor.Scalar(at, requiresGrad: true);
        GradTensor<double> y = f(x);
        y.Backward();
        return new Stop(title, code, [("y", y.Item()), ("dy/dx", x.Grad!.Item())]);
    }
}
