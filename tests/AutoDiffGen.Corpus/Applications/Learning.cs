namespace AutoDiffGen.Corpus;

/// <summary>Losses, likelihoods and small networks, in scalars.</summary>
public static partial class Learning
{
    [Differentiable(Gradient | Lifted), At(0.5, -1.2, 0.3, 1), At(0.5, -1.2, 0.3, 0)]
    public static double LogisticLikelihood(double weight, double x, double bias, int label)
    {
        double p = Sigmoid(weight * x + bias);
        return label == 1 ? -Math.Log(p) : -Math.Log(1 - p);
    }

    [Differentiable(Gradient | Lifted), At(0.5), At(-3.0)]
    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    [Differentiable(Gradient | Lifted), At(2.0), At(-2.0), At(40.0)]
    public static double SoftplusStable(double x) => x > 0 ? x + Math.Log(1 + Math.Exp(-x)) : Math.Log(1 + Math.Exp(x));

    [Differentiable(Gradient | Lifted), At(0.5, 1.5, -0.5), At(3.0, 1.0, 2.0), At(-3.0, -1.0, 2.0)]
    public static double LogSumExp(double a, double b, double c)
    {
        double m = Math.Max(a, Math.Max(b, c));
        return m + Math.Log(Math.Exp(a - m) + Math.Exp(b - m) + Math.Exp(c - m));
    }

    [Differentiable(Gradient | Lifted), At(0.5, 1.5, -0.5, 0), At(0.5, 1.5, -0.5, 1), At(0.5, 1.5, -0.5, 2)]
    public static double CrossEntropy(double a, double b, double c, int label) => LogSumExp(a, b, c) - (label switch { 0 => a, 1 => b, _ => c });

    [Differentiable(Gradient | Lifted), At(0.4, 1.0), At(2.5, 1.0), At(-2.5, 1.5)]
    public static double Huber(double residual, double delta)
    {
        double magnitude = Math.Abs(residual);
        if (magnitude <= delta)
            return 0.5 * residual * residual;
        return delta * (magnitude - 0.5 * delta);
    }

    [Differentiable(Gradient | Lifted), At(0.4), At(-1.1)]
    public static double Gelu(double x) => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));

    [Differentiable(Gradient | Lifted), At(0.4), At(-1.1)]
    public static double Swish(double x) => x * Sigmoid(x);

    [Differentiable(Gradient | Lifted), At(0.4), At(-1.1)]
    public static double Elu(double x) => x > 0 ? x : Math.Exp(x) - 1;

    [Differentiable(Gradient | Lifted), At(0.4, 1), At(1.4, 1), At(0.4, -1)]
    public static double Hinge(double score, int label) => Math.Max(0, 1 - label * score) + 0.01 * score;

    [Differentiable(Gradient | Lifted), At(0.7, 0.2, 1.3)]
    public static double GaussianNll(double x, double mean, double deviation)
    {
        double z = (x - mean) / deviation;
        return 0.5 * z * z + Math.Log(deviation) + 0.5 * Math.Log(2 * Math.PI);
    }

    [Differentiable(Gradient | Lifted), At(0.7, 0.2, 1.3, 4.0)]
    public static double StudentKernel(double x, double mean, double scale, double freedom)
    {
        double z = (x - mean) / scale;
        return (freedom + 1) / 2 * double.LogP1(z * z / freedom) + Math.Log(scale);
    }

    [Differentiable(Gradient | Lifted), At(0.7, 3), At(-0.2, 0)]
    public static double PoissonNll(double logRate, int count) => Math.Exp(logRate) - count * logRate;

    [Differentiable(Gradient | Lifted), At(0.1, 0.8, 0.3, 1.2)]
    public static double GaussianKl(double mean1, double deviation1, double mean2, double deviation2)
    {
        double ratio = deviation1 / deviation2;
        double shift = (mean1 - mean2) / deviation2;
        return 0.5 * (ratio * ratio + shift * shift - 1) - Math.Log(ratio);
    }

    [Differentiable(Gradient | Lifted), At(0.3, 2.0), At(0.9, 0.5)]
    public static double Focal(double probability, double gamma) => -Math.Pow(1 - probability, gamma) * Math.Log(probability);

    [Differentiable(Gradient | Lifted), At(0.5, -0.3, 0.2, 0.7, -0.4, 0.1, 0.9, -0.6, 0.05, 0.4)]
    public static double TinyNetwork(double w11, double w12, double w21, double w22, double b1, double b2, double v1, double v2, double x, double y)
    {
        double h1 = Math.Tanh(w11 * x + w12 * y + b1);
        double h2 = Math.Tanh(w21 * x + w22 * y + b2);
        return Sigmoid(v1 * h1 + v2 * h2);
    }

    [Differentiable, At(0.5, 0.1, -0.3, 0.4, 0.3, -0.2, 0.6)]
    public static void LstmCell(double x, ref double h, ref double c, double wf, double wi, double wo, double wg)
    {
        double forget = Sigmoid(wf * x + h);
        double input = Sigmoid(wi * x + h);
        double output = Sigmoid(wo * x + h);
        double candidate = Math.Tanh(wg * x + h);
        c = forget * c + input * candidate;
        h = output * Math.Tanh(c);
    }

    [Differentiable(Gradient | Lifted), At(0.5, 0.1, 0.3, 0.4, -0.2)]
    public static double GruCell(double x, double h, double wz, double wr, double wh)
    {
        double z = Sigmoid(wz * x + h);
        double r = Sigmoid(wr * x + h);
        double candidate = Math.Tanh(wh * x + r * h);
        return (1 - z) * h + z * candidate;
    }

    // An Adam step as a function of its gradient, so that training can itself be differentiated.
    [Differentiable, At(0.5, 0.1, 0.02, 0.03, 0.01)]
    public static void AdamStep(ref double parameter, double gradient, ref double mean, ref double square, double rate)
    {
        mean = 0.9 * mean + 0.1 * gradient;
        square = 0.999 * square + 0.001 * gradient * gradient;
        parameter -= rate * (mean / 0.1) / (Math.Sqrt(square / 0.001) + 1e-8);
    }
}
