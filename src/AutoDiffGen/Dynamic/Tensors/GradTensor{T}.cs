using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using AutoDiffGen.Dynamic.Kernels;

namespace AutoDiffGen.Dynamic;

/// <summary>An N-dimensional array of numbers that remembers how it was computed, so that it can be differentiated in reverse.</summary>
/// <typeparam name="TNumber"><see cref="double"/> or <see cref="float"/>.</typeparam>
/// <remarks>
/// <para>
/// Tensors are made by the methods of <see cref="GradTensor"/>. Operands of different shapes are broadcast as in NumPy. The graph is defined
/// by running the program, as in PyTorch: a result requires a gradient when an operand does, and <see cref="Backward(bool)"/> adds to the
/// <see cref="Grad"/> of every leaf it depends on.
/// </para>
/// <para>
/// Results never share memory with operands, except that of <see cref="Detach"/>. A tensor may be read by several threads at once; what
/// changes it, in place or by accumulating into its gradient, is for one thread at a time.
/// </para>
/// </remarks>
/// <example><code>
/// var x = GradTensor.Create([1.0, 2.0, 3.0], [3], requiresGrad: true);
/// (x * x).Sum().Backward();           // x.Grad is 2, 4, 6
/// </code></example>
[DebuggerDisplay("{DebuggerText,nq}")]
public sealed partial class GradTensor<TNumber> : IDetachable
    where TNumber : IFloatingPointIeee754<TNumber>
{
    private readonly Storage<TNumber> storage;
    private readonly int[] shape;
    private bool requiresGrad;
    private GradTensor<TNumber>? grad;

    /// <summary>What computed this tensor; null for a leaf.</summary>
    private Node<TNumber>? operation;

    /// <summary>This leaf in graphs, from its first use on.</summary>
    private Node<TNumber>? leaf;

    /// <summary>A leaf. The arrays become the tensor's.</summary>
    internal GradTensor(TNumber[] data, int[] shape, bool requiresGrad = false)
        : this(new Storage<TNumber>(data), shape, requiresGrad)
    {
    }

    private GradTensor(Storage<TNumber> storage, int[] shape, bool requiresGrad)
    {
        if (typeof(TNumber) != typeof(double) && typeof(TNumber) != typeof(float))
            throw new NotSupportedException($"Tensors hold double or float, not {typeof(TNumber)}.");
        this.storage = storage;
        this.shape = shape;
        this.requiresGrad = requiresGrad;
    }

    /// <summary>The length of each axis. Empty for a scalar. A copy.</summary>
    public int[] Shape => (int[])shape.Clone();

    /// <summary>How many axes there are.</summary>
    public int Rank => shape.Length;

    /// <summary>How many entries there are.</summary>
    public int Length => storage.Data.Length;

    /// <summary>Whether gradients by this tensor are wanted. A result requires a gradient when an operand does.</summary>
    /// <exception cref="InvalidOperationException">It is set to false on a result.</exception>
    public bool RequiresGrad
    {
        get => requiresGrad;
        set
        {
            if (operation is not null && !value)
            {
                throw new InvalidOperationException(
                    "Whether a gradient is required can be changed for leaves only. Detach() gives this result as a tensor that requires none.");
            }

            requiresGrad = value;
        }
    }

    /// <summary>Whether this tensor was not computed by a recorded operation.</summary>
    public bool IsLeaf => operation is null;

    /// <summary>
    /// What the results that called Backward add up to when differentiated by this leaf; null before the first, and after
    /// <see cref="ZeroGrad"/>. A result has one only after <see cref="RetainGrad"/>.
    /// </summary>
    /// <exception cref="ArgumentException">It is set to a tensor of another shape.</exception>
    public GradTensor<TNumber>? Grad
    {
        get => grad;
        set
        {
            if (value is not null && !value.shape.AsSpan().SequenceEqual(shape))
                throw Shapes.Mismatch("Grad", value.shape, shape, "must be the same: those of the gradient and of its tensor");
            if (value is not null) value.storage.IsKept = true; // it outlives the scope it was computed in, as those of Backward do
            grad = value;
        }
    }

    /// <summary>The name of the operation that computed this tensor, such as <c>AddBackward</c>; null for a leaf.</summary>
    public string? GradFn => operation is null ? null : operation.Name + "Backward";

    /// <summary>The shape itself, not to be changed.</summary>
    internal int[] RawShape => shape;

    /// <summary>The memory, for a scope to keep.</summary>
    internal IReleasable Memory => storage;

    /// <summary>The entries of a new result, to be written.</summary>
    internal TNumber[] Entries => storage.Data;

    internal ReadOnlySpan<TNumber> Data => storage.Data;

    /// <summary>This tensor as an operand in a graph; null where no gradient is wanted.</summary>
    internal Node<TNumber>? GraphNode
    {
        get
        {
            if (operation is not null || !requiresGrad) return operation;
            if (leaf is null) Interlocked.CompareExchange(ref leaf, new Node<TNumber>(this), null);
            return leaf;
        }
    }

    private bool IsRecorded => requiresGrad && Ad.IsRecording;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [ExcludeFromCodeCoverage]
    private string DebuggerText => $"{typeof(TNumber).Name} {Shapes.Text(shape)} {GradFn}";

    /// <summary>The only entry.</summary>
    /// <returns>It.</returns>
    /// <exception cref="InvalidOperationException">There is not exactly one.</exception>
    public TNumber Item() => Length == 1
        ? storage.Data[0]
        : throw new InvalidOperationException($"Item is for tensors of one entry; this one, of shape {Shapes.Text(shape)}, has {Length}.");

    /// <summary>The same entries as a leaf that requires no gradient. Memory is shared: a change in place shows in both.</summary>
    /// <returns>A tensor with the same memory.</returns>
    public GradTensor<TNumber> Detach() => new(storage, shape, requiresGrad: false);

    object IDetachable.Detach() => Detach();

    /// <summary>A copy; gradients flow through it.</summary>
    /// <returns>A tensor with the same entries in memory of its own.</returns>
    public GradTensor<TNumber> Clone()
    {
        GradTensor<TNumber> copy = New(shape, Data);
        if (IsRecorded) copy.Record("Clone", [this], [], static adjoints => adjoints.Pass(0));
        return copy;
    }

    /// <summary>Forgets the gradient: <see cref="Grad"/> is null until a result calls Backward.</summary>
    /// <param name="setToNull">False sets the gradient, if there is one, to zeros, and so keeps its memory.</param>
    public void ZeroGrad(bool setToNull = true)
    {
        if (setToNull) grad = null;
        else grad?.Change().Clear();
    }

    /// <summary>Asks for the gradient of a result, which otherwise only leaves keep.</summary>
    /// <exception cref="InvalidOperationException">The tensor requires no gradient.</exception>
    public void RetainGrad()
    {
        if (!requiresGrad) throw new InvalidOperationException("RetainGrad: this tensor requires no gradient.");
        if (operation is not null) operation.Target = this;
    }

    /// <summary>Draws what this tensor was computed from, in the DOT language of Graphviz.</summary>
    /// <returns>
    /// A directed graph: a node for each leaf that requires a gradient, with its shape, few entries and gradient, and one for each operation,
    /// with the shape of its result. Operands that require no gradient are not drawn: the graph does not keep them.
    /// </returns>
    public string ToDot() => TensorDotWriter.Write(this);

    internal bool SharesMemoryWith(GradTensor<TNumber> other) => ReferenceEquals(storage, other.storage);

    /// <summary>The entries, which are about to be changed in place.</summary>
    internal Span<TNumber> Change()
    {
        storage.Version++;
        return storage.Data;
    }

    /// <summary>Adds to the gradient. The array becomes this tensor's.</summary>
    internal void Accumulate(TNumber[] gradient)
    {
        lock (storage)
        {
            if (grad is null)
            {
                grad = new GradTensor<TNumber>(gradient, shape);
                return;
            }

            System.Numerics.Tensors.TensorPrimitives.Add(grad.storage.Data, gradient, grad.storage.Data);
            grad.storage.Version++;
            Buffers<TNumber>.Return(gradient);
        }
    }

    /// <summary>A result that is yet to be filled.</summary>
    internal static GradTensor<TNumber> New(int[] shape)
    {
        var result = new GradTensor<TNumber>(Buffers<TNumber>.Rent(Shapes.Product(shape)), shape);
        TensorScope.Note(result.storage);
        return result;
    }

    private static GradTensor<TNumber> New(int[] shape, ReadOnlySpan<TNumber> data)
    {
        GradTensor<TNumber> result = New(shape);
        data.CopyTo(result.storage.Data);
        return result;
    }

    internal Saved<TNumber> Save() => new(storage);

    private Saved<TNumber> SaveIf(bool isRead) => isRead ? Save() : default;

    /// <summary>Makes this tensor the result of an operation that is differentiated.</summary>
    internal void Record(string name, ReadOnlySpan<GradTensor<TNumber>> operands, Saved<TNumber>[] saved, AdjointRule<TNumber> rule)
    {
        var inputs = new Node<TNumber>?[operands.Length];
        for (int i = 0; i < inputs.Length; i++) inputs[i] = operands[i].GraphNode;
        Record(name, inputs, saved, rule);
    }

    private void Record(string name, Node<TNumber>?[] inputs, Saved<TNumber>[] saved, AdjointRule<TNumber> rule)
    {
        var recorded = new Node<TNumber>(name, shape, inputs, saved, rule);
        if (operation?.Target == this)
        {
            operation.Target = null;
            recorded.Target = this;
        }

        operation = recorded;
        requiresGrad = true;
    }
}
