using System.Numerics;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic;

/// <summary>Gradient descent whose steps are scaled by running means of the gradient and of its square (Kingma and Ba 2015).</summary>
public sealed class Adam : Optimizer
{
    private readonly double beta1;
    private readonly double beta2;
    private readonly double epsilon;
    private readonly double weightDecay;

    /// <summary>Makes an optimiser of parameters in double precision.</summary>
    /// <param name="parameters">The parameters, all leaves.</param>
    /// <param name="learningRate">About how far an entry goes in a step.</param>
    /// <param name="beta1">What is kept of the mean of gradients from step to step.</param>
    /// <param name="beta2">What is kept of the mean of their squares.</param>
    /// <param name="epsilon">What is added to the root of the latter, which may be 0.</param>
    /// <param name="weightDecay">How strongly parameters are drawn to 0: what is added to the gradient for each.</param>
    /// <exception cref="ArgumentException">There are no parameters, one comes twice, or one is no leaf.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, NaN, or not below 1 where it must be.</exception>
    public Adam(
        IEnumerable<GradTensor<double>> parameters, double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8,
        double weightDecay = 0)
        : this(learningRate, beta1, beta2, epsilon, weightDecay) => Add(parameters, 2);

    /// <summary>Makes an optimiser of parameters in single precision.</summary>
    /// <param name="parameters">The parameters, all leaves.</param>
    /// <param name="learningRate">About how far an entry goes in a step.</param>
    /// <param name="beta1">What is kept of the mean of gradients from step to step.</param>
    /// <param name="beta2">What is kept of the mean of their squares.</param>
    /// <param name="epsilon">What is added to the root of the latter, which may be 0.</param>
    /// <param name="weightDecay">How strongly parameters are drawn to 0: what is added to the gradient for each.</param>
    /// <exception cref="ArgumentException">There are no parameters, one comes twice, or one is no leaf.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, NaN, or not below 1 where it must be.</exception>
    public Adam(
        IEnumerable<GradTensor<float>> parameters, double learningRate = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8,
        double weightDecay = 0)
        : this(learningRate, beta1, beta2, epsilon, weightDecay) => Add(parameters, 2);

    private Adam(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
        : base(Settings.NotNegative(learningRate))
    {
        this.beta1 = Settings.BelowOne(beta1);
        this.beta2 = Settings.BelowOne(beta2);
        this.epsilon = Settings.NotNegative(epsilon);
        this.weightDecay = Settings.NotNegative(weightDecay);
    }

    /// <summary>One step.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradient">Their gradient, such as a generated method gives.</param>
    /// <param name="mean">Zeros before the first step, then what the step before left: the mean of gradients.</param>
    /// <param name="square">Zeros before the first step, then what the step before left: the mean of their squares.</param>
    /// <param name="step">Which step it is; the first is 1.</param>
    /// <param name="learningRate">About how far an entry goes.</param>
    /// <param name="beta1">What is kept of the mean of gradients from step to step.</param>
    /// <param name="beta2">What is kept of the mean of their squares.</param>
    /// <param name="epsilon">What is added to the root of the latter.</param>
    /// <param name="weightDecay">How strongly parameters are drawn to 0.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is less than 1.</exception>
    public static void Step<T>(
        Span<T> parameters, ReadOnlySpan<T> gradient, Span<T> mean, Span<T> square, int step, double learningRate = 1e-3, double beta1 = 0.9,
        double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0)
        where T : IFloatingPointIeee754<T>
    {
        Settings.SameLength(parameters.Length, gradient.Length, nameof(gradient));
        Settings.SameLength(parameters.Length, mean.Length, nameof(mean));
        Settings.SameLength(parameters.Length, square.Length, nameof(square));
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);

        // The means start at 0; dividing by what they can have reached makes good for it.
        double rate = learningRate / (1 - Math.Pow(beta1, step));
        double root = 1 / Math.Sqrt(1 - Math.Pow(beta2, step));
        Vector<T> decay = Lanes.All<T>(weightDecay);
        Lanes.Map(new RunningMean<T>(Lanes.All<T>(beta1), Lanes.All<T>(1 - beta1), decay), parameters, gradient, mean, mean);
        Lanes.Map(new RunningSquare<T>(Lanes.All<T>(beta2), Lanes.All<T>(1 - beta2), decay), parameters, gradient, square, square);
        Lanes.Map(new Descent<T>(Lanes.All<T>(rate), Lanes.All<T>(root), Lanes.All<T>(epsilon)), parameters, mean, square, parameters);
    }

    private protected override void Update<T>(Span<T> parameter, ReadOnlySpan<T> gradient, T[][] state, int step) =>
        Step(parameter, gradient, state[0], state[1], step, LearningRate, beta1, beta2, epsilon, weightDecay);

    private readonly struct RunningMean<T>(Vector<T> kept, Vector<T> taken, Vector<T> decay) : ILanes3<T>
    {
        public Vector<T> Invoke(Vector<T> parameter, Vector<T> gradient, Vector<T> mean) => kept * mean + taken * (gradient + decay * parameter);
    }

    private readonly struct RunningSquare<T>(Vector<T> kept, Vector<T> taken, Vector<T> decay) : ILanes3<T>
    {
        public Vector<T> Invoke(Vector<T> parameter, Vector<T> gradient, Vector<T> square)
        {
            Vector<T> g = gradient + decay * parameter;
            return kept * square + taken * (g * g);
        }
    }

    private readonly struct Descent<T>(Vector<T> rate, Vector<T> root, Vector<T> epsilon) : ILanes3<T>
    {
        public Vector<T> Invoke(Vector<T> parameter, Vector<T> mean, Vector<T> square) =>
            parameter - rate * mean / (Vector.SquareRoot(square) * root + epsilon);
    }
}
