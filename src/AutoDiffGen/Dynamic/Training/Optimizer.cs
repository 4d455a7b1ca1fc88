using System.Numerics;

namespace AutoDiffGen.Dynamic;

/// <summary>Changes parameters by their gradients so that a loss becomes smaller.</summary>
public abstract class Optimizer
{
    private readonly List<IParameter> parameters = [];

    private protected Optimizer(double learningRate) => LearningRate = learningRate;

    private interface IParameter
    {
        void Step(Optimizer optimizer);

        void ZeroGrad(bool setToNull);
    }

    /// <summary>How far a step goes. It may be changed from step to step.</summary>
    public double LearningRate { get; set; }

    /// <summary>Changes each parameter by its gradient. One without a gradient stays as it is.</summary>
    public void Step()
    {
        foreach (IParameter parameter in parameters) parameter.Step(this);
    }

    /// <summary>Forgets the gradients of all parameters.</summary>
    /// <param name="setToNull">False sets them to zeros instead, and so keeps their memory.</param>
    public void ZeroGrad(bool setToNull = true)
    {
        foreach (IParameter parameter in parameters) parameter.ZeroGrad(setToNull);
    }

    /// <summary>Takes parameters, each of which gets some numbers of state, all 0, for each of its entries.</summary>
    /// <exception cref="ArgumentException">There are none, one comes twice, or one is no leaf.</exception>
    private protected void Add<T>(IEnumerable<GradTensor<T>> parameters, int states)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var seen = new HashSet<GradTensor<T>>();
        foreach (GradTensor<T> parameter in parameters)
        {
            ArgumentNullException.ThrowIfNull(parameter, nameof(parameters));
            if (!parameter.IsLeaf)
                throw new ArgumentException($"A parameter must be a leaf; this one was computed by {parameter.GradFn}.", nameof(parameters));
            if (!seen.Add(parameter)) throw new ArgumentException("A parameter was given twice.", nameof(parameters));
            this.parameters.Add(new Parameter<T>(parameter, states));
        }

        if (seen.Count == 0) throw new ArgumentException("There are no parameters.", nameof(parameters));
    }

    /// <summary>Changes one parameter.</summary>
    /// <param name="parameter">Its entries.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="state">What was asked for when it was added.</param>
    /// <param name="step">How many times this is done with it, this one included.</param>
    private protected abstract void Update<T>(Span<T> parameter, ReadOnlySpan<T> gradient, T[][] state, int step)
        where T : IFloatingPointIeee754<T>;

    private sealed class Parameter<T>(GradTensor<T> tensor, int states) : IParameter
        where T : IFloatingPointIeee754<T>
    {
        private readonly T[][] state = [.. Enumerable.Range(0, states).Select(_ => new T[tensor.Length])];
        private int steps;

        public void Step(Optimizer optimizer)
        {
            if (tensor.Grad is not { } gradient) return;
            steps++;
            optimizer.Update(tensor.Change(), gradient.Data, state, steps);
        }

        public void ZeroGrad(bool setToNull) => tensor.ZeroGrad(setToNull);
    }
}
