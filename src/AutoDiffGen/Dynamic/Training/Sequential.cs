using System.Globalization;
using System.Numerics;

namespace AutoDiffGen.Dynamic;

/// <summary>Modules one after the other: each takes what the one before gives.</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public class Sequential<T> : Module<T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>Puts modules together.</summary>
    /// <param name="modules">The modules, in order.</param>
    public Sequential(params Module<T>[] modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        Modules = [.. modules];
    }

    /// <summary>The modules, in order.</summary>
    public IReadOnlyList<Module<T>> Modules { get; }

    /// <summary>The parameters of all modules: before each name goes its module's place, as in <c>0.weight</c>.</summary>
    public override IReadOnlyList<KeyValuePair<string, GradTensor<T>>> NamedParameters =>
    [
        .. Modules.SelectMany((module, place) => module.NamedParameters.Select(
            p => new KeyValuePair<string, GradTensor<T>>(string.Create(CultureInfo.InvariantCulture, $"{place}.{p.Key}"), p.Value))),
    ];

    /// <inheritdoc/>
    public override GradTensor<T> Forward(GradTensor<T> input)
    {
        foreach (Module<T> module in Modules) input = module.Forward(input);
        return input;
    }
}
