using System.Numerics;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic;

/// <summary>Stochastic gradient descent, with momentum, as in PyTorch.</summary>
/// <remarks>
/// With g the gradient plus weightDecay · parameter: velocity = momentum · velocity + g, and the parameter goes by −learningRate · velocity, or
/// with Nesterov's momentum by −learningRate · (g + momentum · velocity).
/// </remarks>
public sealed class Sgd : Optimizer
{
    private readonly double momentum;
    private readonly double weightDecay;
    private readonly bool nesterov;

    /// <summary>Makes an optimiser of parameters in double precision.</summary>
    /// <param name="parameters">The parameters, all leaves.</param>
    /// <param name="learningRate">How far a step goes.</param>
    /// <param name="momentum">What is kept of the velocity from step to step; 0 for none.</param>
    /// <param name="weightDecay">How strongly parameters are drawn to 0.</param>
    /// <param name="nesterov">Whether the gradient is looked at from where the velocity leads.</param>
    /// <exception cref="ArgumentException">There are no parameters, one comes twice, or one is no leaf; or Nesterov without momentum.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or NaN.</exception>
    public Sgd(IEnumerable<GradTensor<double>> parameters, double learningRate, double momentum = 0, double weightDecay = 0, bool nesterov = false)
        : this(learningRate, momentum, weightDecay, nesterov) => Add(parameters, momentum > 0 ? 1 : 0);

    /// <summary>Makes an optimiser of parameters in single precision.</summary>
    /// <param name="parameters">The parameters, all leaves.</param>
    /// <param name="learningRate">How far a step goes.</param>
    /// <param name="momentum">What is kept of the velocity from step to step; 0 for none.</param>
    /// <param name="weightDecay">How strongly parameters are drawn to 0.</param>
    /// <param name="nesterov">Whether the gradient is looked at from where the velocity leads.</param>
    /// <exception cref="ArgumentException">There are no parameters, one comes twice, or one is no leaf; or Nesterov without momentum.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or NaN.</exception>
    public Sgd(IEnumerable<GradTensor<float>> parameters, double learningRate, double momentum = 0, double weightDecay = 0, bool nesterov = false)
        : this(learningRate, momentum, weightDecay, nesterov) => Add(parameters, momentum > 0 ? 1 : 0);

    private Sgd(double learningRate, double momentum, double weightDecay, bool nesterov)
        : base(Settings.NotNegative(learningRate))
    {
        this.momentum = Settings.NotNegative(momentum);
        this.weightDecay = Settings.NotNegative(weightDecay);
        this.nesterov = nesterov;
        if (nesterov && momentum == 0) throw new ArgumentException("Nesterov's momentum needs a momentum.", nameof(nesterov));
    }

    /// <summary>One step of plain gradient descent: parameters −= learningRate · gradient.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradient">Their gradient, such as a generated method gives.</param>
    /// <param name="learningRate">How far the step goes.</param>
    /// <param name="weightDecay">How strongly parameters are drawn to 0.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Step<T>(Span<T> parameters, ReadOnlySpan<T> gradient, double learningRate, double weightDecay = 0)
        where T : IFloatingPointIeee754<T>
    {
        Settings.SameLength(parameters.Length, gradient.Length, nameof(gradient));
        Lanes.Map(new Descent<T>(Lanes.All<T>(learningRate), Lanes.All<T>(weightDecay)), parameters, gradient, parameters);
    }

    /// <summary>One step of gradient descent with momentum.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradient">Their gradient, such as a generated method gives.</param>
    /// <param name="velocity">Zeros before the first step, then what the step before left.</param>
    /// <param name="learningRate">How far the step goes.</param>
    /// <param name="momentum">What is kept of the velocity.</param>
    /// <param name="weightDecay">How strongly parameters are drawn to 0.</param>
    /// <param name="nesterov">Whether the gradient is looked at from where the velocity leads.</param>
    /// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Step<T>(
        Span<T> parameters, ReadOnlySpan<T> gradient, Span<T> velocity, double learningRate, double momentum, double weightDecay = 0, bool nesterov = false)
        where T : IFloatingPointIeee754<T>
    {
        Settings.SameLength(parameters.Length, gradient.Length, nameof(gradient));
        Settings.SameLength(parameters.Length, velocity.Length, nameof(velocity));
        Vector<T> rate = Lanes.All<T>(learningRate), kept = Lanes.All<T>(momentum), decay = Lanes.All<T>(weightDecay);
        Lanes.Map(new Velocity<T>(kept, decay), parameters, gradient, velocity, velocity);
        if (nesterov) Lanes.Map(new NesterovDescent<T>(rate, kept, decay), parameters, gradient, velocity, parameters);
        else Lanes.Map(new Descent<T>(rate, Vector<T>.Zero), parameters, velocity, parameters);
    }

    private protected override void Update<T>(Span<T> parameter, ReadOnlySpan<T> gradient, T[][] state, int step)
    {
        if (momentum > 0) Step(parameter, gradient, state[0], LearningRate, momentum, weightDecay, nesterov);
        else Step(parameter, gradient, LearningRate, weightDecay);
    }

    private readonly struct Descent<T>(Vector<T> rate, Vector<T> decay) : ILanes2<T>
    {
        public Vector<T> Invoke(Vector<T> parameter, Vector<T> gradient) => parameter - rate * (gradient + decay * parameter);
    }

    private readonly struct Velocity<T>(Vector<T> momentum, Vector<T> decay) : ILanes3<T>
    {
        public Vector<T> Invoke(Vector<T> parameter, Vector<T> gradient, Vector<T> velocity) =>
            momentum * velocity + (gradient + decay * parameter);
    }

    private readonly struct NesterovDescent<T>(Vector<T> rate, Vector<T> momentum, Vector<T> decay) : ILanes3<T>
    {
        public Vector<T> Invoke(Vector<T> parameter, Vector<T> gradient, Vector<T> velocity) =>
            parameter - rate * (gradient + decay * parameter + momentum * velocity);
    }
}
