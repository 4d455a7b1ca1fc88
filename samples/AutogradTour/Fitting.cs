using AutoDiffGen;
using AutoDiffGen.Dynamic;

namespace AutogradTour;

/// <summary>Gradients put to use: the least squares of a line.</summary>
internal static class Fitting
{
    public static Stop MeanSquaredError()
    {
        GradTensor<double> w = GradTensor.Scalar(1.0, requiresGrad: true);
        GradTensor<double> x = GradTensor.Create([1.0, 2], 2), y = GradTensor.Create([3.0, 4], 2);
        GradTensor<double> loss = Loss.MeanSquaredError(w * x, y);
        loss.Backward();
        return new Stop("A loss", "the mean of (w·X - Y)² at w = 1, X = (1, 2), Y = (3, 4)", [("loss", loss.Item()), ("dloss/dw", w.Grad!.Item())]);
    }

    public static Stop Regression()
    {
        GradTensor<double> x = GradTensor.Create([1.0, 2, 3, 4], 4), y = 2 * x;
        GradTensor<double> w = GradTensor.Scalar(0.0, requiresGrad: true);
        double learningRate = 0.01, firstLoss = 0, lastLoss = 0;
        for (int step = 0; step < 200; step++)
        {
            GradTensor<double> loss = Loss.MeanSquaredError(w * x, y);
            loss.Backward();
            lastLoss = loss.Item();
            if (step == 0) firstLoss = lastLoss;

            // The update is no part of the next step's graph.
            using (Ad.NoGrad()) w.SubtractInPlace(learningRate * w.Grad!);
            w.ZeroGrad();
        }

        return new Stop(
            "A regression", "y = w·x on four points of y = 2x, by w -= lr · grad",
            [("first loss", firstLoss), ("last loss", lastLoss), ("w", w.Item()), ("prediction at 5", w.Item() * 5)]);
    }
}
