namespace AutoDiffGen.Dynamic.Kernels;

/// <summary>
/// Goes through two tensors in step by their strides, over all but the innermost axes. Axes that lie behind each other in memory, in both,
/// are taken as one, so that the innermost ones are as long as they can be.
/// </summary>
internal ref struct Walk
{
    private readonly int[] shape;
    private readonly int[] left;
    private readonly int[] right;
    private readonly int[] index;

    /// <summary>Starts at the first entry.</summary>
    /// <param name="shape">The shape walked over.</param>
    /// <param name="left">The strides of the first tensor.</param>
    /// <param name="right">The strides of the second; empty for all 0.</param>
    /// <param name="innerAxes">How many axes are left to the caller.</param>
    public Walk(ReadOnlySpan<int> shape, ReadOnlySpan<int> left, ReadOnlySpan<int> right, int innerAxes)
    {
        var axes = new List<(int Length, int Left, int Right)>(shape.Length + innerAxes);
        for (int i = 0; i < shape.Length; i++)
        {
            if (shape[i] == 1) continue;
            var axis = (Length: shape[i], Left: left[i], Right: right.IsEmpty ? 0 : right[i]);
            if (axes.Count > 0 && axes[^1] is var outer && outer.Left == axis.Left * axis.Length && outer.Right == axis.Right * axis.Length)
                axes[^1] = (outer.Length * axis.Length, axis.Left, axis.Right);
            else
                axes.Add(axis);
        }

        while (axes.Count < innerAxes) axes.Insert(0, (1, 0, 0));

        int outerAxes = axes.Count - innerAxes;
        this.shape = new int[outerAxes];
        this.left = new int[outerAxes];
        this.right = new int[outerAxes];
        index = new int[outerAxes];
        InnerShape = new int[innerAxes];
        InnerLeft = new int[innerAxes];
        InnerRight = new int[innerAxes];
        for (int i = 0; i < axes.Count; i++)
        {
            int inner = i - outerAxes;
            (inner < 0 ? this.shape : InnerShape)[inner < 0 ? i : inner] = axes[i].Length;
            (inner < 0 ? this.left : InnerLeft)[inner < 0 ? i : inner] = axes[i].Left;
            (inner < 0 ? this.right : InnerRight)[inner < 0 ? i : inner] = axes[i].Right;
        }
    }

    public readonly int[] InnerShape { get; }

    public readonly int[] InnerLeft { get; }

    public readonly int[] InnerRight { get; }

    /// <summary>Where the first tensor's entries start for the innermost axes.</summary>
    public int Left { get; private set; }

    /// <summary>Where the second tensor's entries start for the innermost axes.</summary>
    public int Right { get; private set; }

    /// <summary>Goes on to the next entry of the outer axes; after the last comes the first again.</summary>
    public void Next()
    {
        for (int i = shape.Length - 1; i >= 0; i--)
        {
            Left += left[i];
            Right += right[i];
            if (++index[i] < shape[i]) return;
            Left -= left[i] * shape[i];
            Right -= right[i] * shape[i];
            index[i] = 0;
        }
    }
}
