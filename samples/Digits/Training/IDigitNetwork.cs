using Digits.Images;

namespace Digits.Training;

/// <summary>A network that is trained on digits, one epoch at a time. What computes its gradient is its own affair.</summary>
internal interface IDigitNetwork
{
    /// <summary>How the gradient comes about, for the table of times.</summary>
    string Name { get; }

    /// <summary>Goes through all images once, in the order given, and changes the parameters after each batch.</summary>
    /// <returns>The mean loss of the batches.</returns>
    double TrainEpoch(DigitSet images, int[] order, double learningRate);

    /// <summary>Says of each image which digit it is.</summary>
    int[] Classify(DigitSet images);
}
