using System.Numerics;

namespace AutoDiffGen.Dynamic;

/// <summary>A part of a network: a function of a tensor, with parameters that are trained.</summary>
/// <typeparam name="T"><see cref="double"/> or <see cref="float"/>.</typeparam>
public abstract class Module<T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>The parameters, each under a name that is unique in this module, such as <c>0.weight</c>.</summary>
    public virtual IReadOnlyList<KeyValuePair<string, GradTensor<T>>> NamedParameters => [];

    /// <summary>The parameters, as an optimiser takes them.</summary>
    public IReadOnlyList<GradTensor<T>> Parameters => [.. NamedParameters.Select(p => p.Value)];

    /// <summary>The function.</summary>
    /// <param name="input">Its argument.</param>
    /// <returns>Its value.</returns>
    public abstract GradTensor<T> Forward(GradTensor<T> input);

    /// <summary>Forgets the gradients of all parameters.</summary>
    /// <param name="setToNull">False sets them to zeros instead, and so keeps their memory.</param>
    public void ZeroGrad(bool setToNull = true)
    {
        foreach (GradTensor<T> parameter in Parameters) parameter.ZeroGrad(setToNull);
    }

    /// <summary>Writes the parameters to a file, in the safetensors format.</summary>
    /// <param name="path">The file, which is replaced if there is one.</param>
    public void Save(string path) => SafeTensors.Save(path, NamedParameters);

    /// <summary>Sets the parameters to what <see cref="Save"/> wrote.</summary>
    /// <param name="path">The file. It may be of the other precision, and have more tensors than there are parameters here.</param>
    /// <exception cref="InvalidDataException">It is no safetensors file, or a parameter is not in it.</exception>
    /// <exception cref="ArgumentException">A tensor has another shape than its parameter. No parameter is changed then.</exception>
    public void Load(string path)
    {
        IReadOnlyDictionary<string, GradTensor<T>> tensors = SafeTensors.Load<T>(path);
        foreach ((string name, GradTensor<T> parameter) in NamedParameters)
        {
            if (!tensors.TryGetValue(name, out GradTensor<T>? tensor)) throw new InvalidDataException($"Load: there is no '{name}' in '{path}'.");
            if (!tensor.RawShape.AsSpan().SequenceEqual(parameter.RawShape))
                throw Shapes.Mismatch("Load", tensor.RawShape, parameter.RawShape, $"differ: those of '{name}' in the file and here");
        }

        using (Ad.NoGrad())
        {
            foreach ((string name, GradTensor<T> parameter) in NamedParameters) parameter.CopyFrom(tensors[name]);
        }
    }
}
